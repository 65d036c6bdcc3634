/** The wording of one code. `what` is the finding, `why` the rule of the real system, `fix` one thing to try. */
export interface Wording {
  readonly what: string;
  readonly why?: string;
  readonly fix?: string;
}

/** The wordings of one domain, by code. */
export type Catalog = Readonly<Record<string, Wording>>;

/** A `{name}` in a text is a parameter, as is a `{name?…|…}`; a GitHub expression such as `${{ github.sha }}` is not one. */
type Names<T extends string> = T extends `${string}{${infer Inner}}${infer Rest}`
  ? NameIn<Inner extends `${infer Name}?${string}` ? Name : Inner> | Names<Rest>
  : never;

type NameIn<T extends string> = T extends `${string}${' ' | '{' | '$'}${string}` | '' ? never : T;

type Texts<W> = Extract<W[keyof W], string>;

/** The parameters of a wording, computed from the English text: a missing one is a compile error. */
export type ParamsOf<W> = { readonly [N in Names<Texts<W>>]: string | number };

const placeholder = /(?<!\{)\{([a-zA-Z]\w*)(?:\?([^{}]*))?\}(?!\})/g;

/**
 * Fills the `{names}` of a text. `{name?one|several}` takes the first form for the number 1, the other for any other value; with a third
 * form, that for 0 and for an empty text. `#` in a form is the value. A name without a value stays as it stands, so that the gap is seen.
 *
 * @example fill('{count?a call|# calls}', { count: 3 }) // => '3 calls'
 */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(placeholder, (whole, name: string, forms: string | undefined) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return whole;
    return forms === undefined ? String(value) : formFor(value, forms.split('|')).replaceAll('#', () => String(value));
  });
}

function formFor(value: string | number, [one = '', several = one, none = several]: readonly string[]): string {
  if (value === 0 || value === '') return none;
  return value === 1 ? one : several;
}
