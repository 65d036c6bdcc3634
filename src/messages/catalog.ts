/** The wording of one code. `what` is the finding, `why` the rule of the real system, `fix` one thing to try. */
export interface Wording {
  readonly what: string;
  readonly why?: string;
  readonly fix?: string;
}

/** The wordings of one domain, by code. */
export type Catalog = Readonly<Record<string, Wording>>;

/** A `{name}` in a text is a parameter; a GitHub expression such as `${{ github.sha }}` is not one. */
type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string}${' ' | '{' | '$'}${string}` | '' ? never : Name) | Names<Rest>
  : never;

type Texts<W> = Extract<W[keyof W], string>;

/** The parameters of a wording, computed from the English text: a missing one is a compile error. */
export type ParamsOf<W> = { readonly [N in Names<Texts<W>>]: string | number };

const placeholder = /(?<!\{)\{([a-zA-Z]\w*)\}(?!\})/g;

/** Fills the `{names}` of a text. A name without a value stays as it stands, so that the gap is seen. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
