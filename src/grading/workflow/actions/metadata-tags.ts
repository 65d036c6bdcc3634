import { found } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { type Failure, nothingDone, type StepContext, type StepResult } from '../run/state.ts';
import { isUnknown, readable, unknown } from '../unknown.ts';
import { fail, itemsOf, rangesOf, textOf } from './inputs.ts';
import { readReference } from './metadata.ts';
import { fieldsOf, tagNames } from './metadata-versions.ts';

const defaultRules = ['type=schedule', 'type=ref,event=branch', 'type=ref,event=tag', 'type=ref,event=pr'];

/**
 * Works out tags and labels from the event. Without `images` the tags are bare; up to v4 the action fails instead.
 *
 * @source https://github.com/docker/metadata-action#tags-input (read 2026-11-24)
 * @source https://github.com/docker/metadata-action/pull/358 (read 2026-11-24)
 */
export function makeMetadata(context: StepContext): StepResult {
  const { names, tags } = tagsFor(context);
  const isBare = textOf(context, 'images') === '';
  const isOld = (readReference(context.step.uses?.text ?? '').major ?? 6) < 5;
  const withoutImages = isBare && isOld ? [fail('workflow/metadata-images-missing', {}, [context.step.range])] : [];
  const failures = [...withoutImages, ...refusedRules(context).slice(0, 1)];
  return {
    ...nothingDone,
    outcome: failures.length === 0 ? 'success' : 'failure',
    failures,
    diagnostics:
      isBare && !isOld
        ? [found('warning', 'workflow/metadata-images-missing', {}, context.step.head, sources.metadata)]
        : [],
    log:
      names.length === 0
        ? ['Warning: No Docker tag has been generated. Check tags input.']
        : ['Docker tags', ...tags.map(readable)],
    ...whatItLeaves(context, names, tags),
  };
}

/** Names of the tags in their order, and the same with each image in front. */
function tagsFor(context: StepContext): { readonly names: readonly string[]; readonly tags: readonly string[] } {
  const images = listOf(context, 'images', 'lines-and-commas').flatMap(imageName);
  const given = listOf(context, 'tags', 'lines');
  const names = tagNames({
    rules: given.length === 0 ? defaultRules : given,
    flavor: listOf(context, 'flavor', 'lines'),
    event: context.scenario.event,
  });
  return {
    names,
    tags: images.length === 0 ? names : withImages(images, names),
  };
}

/** Tags of all images together that a step is played with. What thousands of images and rules multiply to is read by nobody. */
const maxTags = 1000;

function withImages(images: readonly string[], names: readonly string[]): readonly string[] {
  const each = names.slice(0, maxTags);
  const fitting = images.slice(0, Math.ceil(maxTags / Math.max(1, each.length)));
  return fitting.flatMap((image) => each.map((name) => `${image}:${name}`));
}

/** Items of a list input; a line that begins with `#` is a comment. */
function listOf(context: StepContext, name: string, separators: Parameters<typeof itemsOf>[1]): readonly string[] {
  return itemsOf(textOf(context, name), separators).filter((item) => !item.startsWith('#'));
}

const unknownOutputs = [
  'labels',
  'annotations',
  'bake-file-tags',
  'bake-file-labels',
  'bake-file-annotations',
  'bake-file',
];

const tagTypes = ['schedule', 'semver', 'pep440', 'match', 'edge', 'ref', 'raw', 'sha'];

/**
 * Why the action gives up on a rule, in its own words; null for one that it reads.
 *
 * @source https://github.com/docker/metadata-action/blob/master/src/tag.ts (read 2026-11-24)
 */
function refusalOf(rule: string): string | null {
  const fields = fieldsOf(rule);
  const type = fields.get('type') ?? 'raw';
  if (isUnknown(rule)) return null;
  if (!tagTypes.includes(type)) return `Unknown tag type attribute: ${type}`;
  const needed =
    type === 'raw' ? 'value' : type === 'ref' ? 'event' : /^(semver|pep440|match)$/.test(type) ? 'pattern' : '';
  if (needed !== '' && !fields.has(needed)) return `Missing ${needed} attribute for ${rule}`;
  if (type === 'ref' && !/^(branch|tag|pr)$/.test(fields.get('event') ?? '')) return `Invalid event for ${rule}`;
  return type === 'sha' && !/^(short|long)$/.test(fields.get('format') ?? 'short')
    ? `Invalid format for ${rule}`
    : null;
}

function refusedRules(context: StepContext): readonly Failure[] {
  return listOf(context, 'tags', 'lines').flatMap((rule) => {
    const reason = refusalOf(rule);
    if (reason === null) return [];
    return [fail('workflow/metadata-tag-rule', { rule: rule.slice(0, 80), reason }, rangesOf(context, 'tags'))];
  });
}

/** The outputs, and the variables in which later scripts find the same. */
function whatItLeaves(
  context: StepContext,
  names: readonly string[],
  tags: readonly string[],
): Pick<StepResult, 'outputs' | 'machine'> {
  const separator = textOf(context, 'sep-tags', '\n').replaceAll('\\n', '\n');
  const known = { version: names[0] ?? '', tags: tags.join(separator), json: JSON.stringify({ tags }) };
  const outputs: Readonly<Record<string, string>> = {
    ...known,
    'tag-names': names.join(separator),
    ...Object.fromEntries(unknownOutputs.map((name) => [name, unknown('output', name)])),
  };
  const exported = new Map(context.machine.exported);
  for (const name of ['tags', 'version', 'labels', 'json', 'annotations'])
    exported.set(`DOCKER_METADATA_OUTPUT_${name.toUpperCase()}`, {
      value: outputs[name] ?? '',
      range: context.step.head,
    });
  return { outputs, machine: { exported } };
}

function imageName(entry: string): readonly string[] {
  const fields = new Map(
    entry.split(',').map((field) => [field.split('=')[0] ?? '', field.slice(field.indexOf('=') + 1)] as const),
  );
  if (fields.get('enable') === 'false') return [];
  return [(entry.startsWith('name=') ? (fields.get('name') ?? '') : entry).toLowerCase()];
}
