import { message } from '../../../messages/index.ts';
import { type Offer, plain } from '../../core/offer.ts';
import { findService } from '../catalogue.ts';
import { globalKeys } from '../facts/global-keys.ts';
import { operators } from '../facts/operators.ts';
import { aboutKey, aboutOperator } from './about.ts';
import { actionsNamed } from './actions-taken.ts';
import type { PolicyPlace } from './place.ts';

/** Every operator, plain, then for keys that may be absent, then for keys with many values. */
export function offerOperators(): readonly Offer[] {
  const names = [...operators.keys()];
  return [
    ...names,
    ...names.filter((name) => name !== 'Null').map((name) => `${name}IfExists`),
    ...names.filter((name) => name !== 'Null').flatMap((name) => [`ForAllValues:${name}`, `ForAnyValue:${name}`]),
  ].map((name) => plain('operator', name, ...aboutOperator(name)));
}

/** The keys that requests of the statement carry: those of its provider, of its actions and their services, and the global ones. */
export function offerKeys({ statement, siblings }: PolicyPlace): readonly Offer[] {
  const actions = actionsNamed(statement);
  const providers = (statement?.principal?.entries ?? [])
    .filter(({ kind, value }) => kind === 'Federated' && value.includes('oidc-provider/'))
    .map(({ value }) => value.slice(value.indexOf('oidc-provider/') + 'oidc-provider/'.length));
  const ofServices = [...new Set(actions.map(({ service }) => service))].flatMap((prefix) => [
    ...(findService(prefix)?.keyTypes.keys() ?? []),
  ]);
  const ofProviders = providers.flatMap((provider) => [
    `${provider}:aud`,
    `${provider}:sub`,
    ...ofServices.filter((key) => key.startsWith(`${provider}:`)),
  ]);
  const own = actions.flatMap(({ conditionKeys }) => conditionKeys).filter((key) => !isOfProvider(key));
  const others = ofServices.filter((key) => !isOfProvider(key) && !key.startsWith('aws:'));
  const all = new Set([...ofProviders, ...own, ...others, ...globalKeys]);
  return [...all].filter((key) => !siblings.includes(key)).map(offerKey);
}

/** Keys with a host before the colon are claims of one identity provider, of no use beside another one. */
function isOfProvider(key: string): boolean {
  return key.slice(0, key.indexOf(':')).includes('.');
}

function offerKey(key: string): Offer {
  const about = aboutKey(key.replace(/\$\{.*$/, 'x'));
  const label = key.replace(/\$\{(\w+)\}/g, '<$1>');
  const isOpen = key.includes('${') || key.endsWith('/');
  const insert = isOpen ? key.replace(/\$\{(\w+)\}/g, '${1:$1}').replace(/\/$/, '/${1:TagKey}') : key;
  return { kind: 'key', label, insert, isSnippet: isOpen, about: about === null ? [] : [about] };
}

/** What a key is most often compared with, where that is certain. */
export function offerValues({ path }: PolicyPlace): readonly Offer[] {
  const [, , operator = '', key = ''] = path;
  if (/^(ForA\w+:)?(Bool|Null)(IfExists)?$/.test(operator))
    return ['true', 'false'].map((word) => plain('value', word));
  if (key.endsWith(':aud')) return [plain('value', 'sts.amazonaws.com', message('iam/about-audience'))];
  return [];
}
