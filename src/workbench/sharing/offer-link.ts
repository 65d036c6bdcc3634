import { make } from '../dom.ts';
import type { Notices } from '../views/notices.ts';
import { maxFragmentLength } from './packed.ts';

/** The most characters that a link may carry, as it is written in a sentence. */
export const linkLimit = maxFragmentLength.toLocaleString('en');

/** What a page with links has to say of them. */
export interface SharePlace {
  readonly notices: Notices;
  readonly say: (sentence: string) => void;
  readonly words: {
    (key: 'share.title' | 'share.address' | 'share.copy' | 'share.copied' | 'share.close'): string;
    (key: 'share.too-long', params: { readonly length: string; readonly limit: string }): string;
  };
}

/** Offers the address with this fragment to be copied, or says that it would be too long. */
export function offerLink({ notices, say, words }: SharePlace, fragment: string): void {
  const close = { label: words('share.close'), act: () => notices.hide('share') };
  if (fragment.length > maxFragmentLength) {
    const told = words('share.too-long', { length: fragment.length.toLocaleString('en'), limit: linkLimit });
    notices.show('share', [told], [close], 'trouble');
    say(told);
    return;
  }
  const address = new URL(fragment, location.href).href;
  const field = make('input', {
    class: 'share-field',
    readonly: true,
    value: address,
    'aria-label': words('share.address'),
  });
  const title = make('p', {}, words('share.title'));
  const copy = async (): Promise<void> => {
    field.select();
    const copied = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    if (!copied) return;
    title.textContent = words('share.copied');
    say(words('share.copied'));
  };
  notices.show('share', [title, field], [{ label: words('share.copy'), act: () => void copy(), lead: true }, close]);
  field.focus();
  field.select();
}
