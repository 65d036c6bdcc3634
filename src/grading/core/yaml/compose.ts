import { Composer, type Document, type DocumentOptions, type ParseOptions, Parser, type SchemaOptions } from 'yaml';

/** Errors after which a text is not read on. What a reader says of a text rests on its first few. */
const maxErrors = 200;

type Options = DocumentOptions & ParseOptions & SchemaOptions;

/** Raised, and caught, in this file alone. */
class TooManyErrors extends Error {
  readonly position: number;

  constructor(position: number) {
    super('Too many errors');
    this.position = position;
  }
}

/** Where the package says that an error is: an offset, a range, or a token. */
type Place = number | readonly [start: number, ...end: number[]] | { readonly offset: number };
type NoteError = (place: Place, code: string, message: string, warning?: boolean) => void;

/**
 * The documents of a YAML text, as the `yaml` package's `parseAllDocuments` gives them; of a text with very many errors, those of its
 * beginning. A megabyte of commas is a million errors, each with a stack trace, and takes the package half a minute.
 */
export function composeDocuments(text: string, options: Options): readonly Document.Parsed[] {
  try {
    return compose(text, options, maxErrors);
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
    return compose(text.slice(0, error.position), options, Number.POSITIVE_INFINITY);
  }
}

function compose(text: string, options: Options, errorsAllowed: number): readonly Document.Parsed[] {
  const composer = new Composer(options);
  // The package offers no way to stop; its own way of noting an error, private in its types, is the one place that sees each.
  const inner = composer as unknown as { onError: NoteError };
  const note = inner.onError;
  let errors = 0;
  inner.onError = (place, code, message, warning) => {
    if (warning !== true && ++errors > errorsAllowed) throw new TooManyErrors(offsetOf(place));
    note(place, code, message, warning);
  };
  return [...composer.compose(new Parser().parse(text), true, text.length)];
}

function offsetOf(place: Place): number {
  if (typeof place === 'number') return place;
  return 'offset' in place ? place.offset : place[0];
}
