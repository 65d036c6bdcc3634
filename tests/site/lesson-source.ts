import { parse } from 'yaml';

/** A fenced block with the words after its language: ```` ```json policy passes="iam-buildx-push" ````. */
export interface FencedBlock {
  readonly language: string;
  readonly meta: string;
  readonly code: string;
}

export interface LessonSource {
  /** `en/push-from-github-actions`. */
  readonly id: string;
  readonly locale: string;
  readonly slug: string;
  readonly frontmatter: {
    readonly title: string;
    readonly short: string;
    readonly summary: string;
    readonly objectives: string[];
  };
  /** All below the frontmatter. */
  readonly body: string;
}

const files = import.meta.glob<string>('/content/lessons/*/*.mdx', { query: '?raw', import: 'default', eager: true });

/** Every lesson in every language, as it is written. */
export const lessonSources: readonly LessonSource[] = Object.entries(files).map(([path, text]) => {
  const [locale = '', name = ''] = path.split('/').slice(3);
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const slug = name.replace('.mdx', '');
  return { id: `${locale}/${slug}`, locale, slug, frontmatter: parse(head), body };
});

/** The tags of a component with their attributes, as they are written. */
export function tagsOf(body: string, component: string): readonly string[] {
  return [
    ...body.matchAll(
      new RegExp(`<${component}\\b((?:\\s+\\w+=(?:"[^"]*"|\\{(?:[^{}]|\\{[^{}]*\\})*\\}))*)\\s*/?>`, 'g'),
    ),
  ].map(([, attributes = '']) => attributes);
}

/** The value of an attribute: its text, or what its literal in braces says. Null when it is not there. */
export function attributeOf(attributes: string, name: string): unknown {
  const quoted = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  if (quoted !== undefined) return quoted;
  const braced = new RegExp(`\\b${name}=\\{((?:[^{}]|\\{[^{}]*\\})*)\\}`).exec(attributes)?.[1];
  // A literal of strings, booleans, arrays and objects reads the same as YAML in flow style.
  return braced === undefined ? null : parse(braced);
}

/** Ids of the questions that a lesson asks, in their order. */
export function predictionsIn(body: string): readonly string[] {
  return tagsOf(body, 'Predict').map((attributes) => String(attributeOf(attributes, 'id')));
}

export function blocksIn(body: string): readonly FencedBlock[] {
  return [...body.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)].map(([, language = '', meta = '', code = '']) => ({
    language,
    meta,
    code,
  }));
}

/** What a reader reads: the text without code blocks, tags, the words of the questions, and what only a room gets to see or hear. */
export function proseOf(body: string): string {
  return body
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/<(Notes|Slide)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<(Predict|Log)\b[\s\S]*?\/>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/^\s*(title|url):.*$/gm, '');
}
