/** What a stretch of a text is to the eye; `null` is plain text. */
export type TokenKind = 'key' | 'string' | 'number' | 'word' | 'comment' | null;

/** A stretch of text of one colour; offsets are UTF-16 code units from 0, half-open. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

const json =
  /(?<key>"(?:[^"\\\n]|\\.)*"(?=\s*:))|(?<string>"(?:[^"\\\n]|\\.)*"?)|(?<comment>\/\/[^\n]*)|(?<number>-?\b\d[\d.eE+-]*)|(?<word>\b(?:true|false|null)\b)/g;

const yaml =
  /(?<comment>(?<=^|\s)#[^\n]*)|(?<key>(?<=^[ \t-]*|[{,][ \t]*)[\w$./-]+(?=[ \t]*:(?:\s|$)))|(?<string>"(?:[^"\\\n]|\\.)*"?|(?<=[\s[{,:]|^)'[^'\n]*'?)|(?<=[\s[{,])(?:(?<number>-?\d+(?:\.\d+)?)|(?<word>true|false|null|~))(?=\s|[,\]}]|$)/gm;

/** Colours for JSON or YAML, line by line and forgiving: it is for the eye, the grader reads for itself. Gaps are plain text. */
export function tokensOf(text: string, file: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(file.endsWith('.json') ? json : yaml)) {
    const kind = (Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined)?.[0] ??
      null) as TokenKind;
    tokens.push({ start: match.index, end: match.index + match[0].length, kind });
  }
  return tokens;
}
