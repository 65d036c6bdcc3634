import type { Term } from '../document.ts';

const bullet = /^\s*(?:(?:[-*+–]|\d{1,3}[.)])\s+|[•・‣◦]\s*)(?:\[[ xX]\]\s+)?(.*)$/;
const heading = /^\s*(?:#.*|```.*|---+|<!--.*-->)?\s*$/;
const endpointsKey = /^\s*["']?endpoints["']?\s*:\s*$/;
/** What begins an item of YAML, never one of prose: an anchor, an alias, a tag, a collection in brackets. */
const yamlOnly = /^(?:[&!]\S|\*\w+\s*$|[{[])/;
const keyAndValue = /^\s*[\w"'-]+\s*[:：](?:\s|$)/;

/**
 * The service names of a bullet list pasted from Markdown or a slide, or null when the text is no such list: YAML reads a list with
 * plain dashes itself. Prose around the list is passed over; a line that looks like a key of YAML makes the whole text YAML.
 *
 * @example readMarkdown('* `com.amazonaws.<region>.ssm`', 'endpoints.yaml')?.length // => 1
 */
export function readMarkdown(text: string, file: string): readonly Term[] | null {
  const terms: Term[] = [];
  let beyondYaml = false;
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
    const visible = line.replace(/^\ufeff/, ' ');
    const content = bullet.exec(visible)?.[1];
    if (content === undefined) {
      if (heading.test(visible) || endpointsKey.test(visible)) continue;
      if (keyAndValue.test(visible) || visible.includes('com.amazonaws') || !/[\s\u0080-\uffff]/.test(visible.trim()))
        return null;
      beyondYaml = true;
      continue;
    }
    if (isEntry(content, visible) || yamlOnly.test(content)) return null;
    const found = serviceIn(content);
    if (found === null) continue;
    if (!/^\s*-\s+[^`*_•・]/.test(visible)) beyondYaml = true;
    const start = index + visible.length - content.length + found.at;
    terms.push({ text: found.text, range: { file, start, end: start + found.text.length }, dependsOn: null });
  }
  return beyondYaml && terms.length > 0 ? terms : null;
}

/** A word with a colon is a key, unless a bullet that YAML does not know has it in front of a service name: `* S3: com.amazonaws…`. */
function isEntry(content: string, line: string): boolean {
  if (!keyAndValue.test(content)) return false;
  return /^\s*-/.test(line) || !/^(?!["']?service\b).*com\.amazonaws\./.test(content);
}

/** The service in a bullet's text: a service name, else the first piece of code, else the first word. */
function serviceIn(content: string): { readonly text: string; readonly at: number } | null {
  const patterns = [/(?:cn\.)?com\.amazonaws\.[^\s`"'*,;)）、]+/, /(?<=`)[^`]+(?=`)/, /[^\s`"'*_,;)）、]+/];
  for (const pattern of patterns) {
    const match = pattern.exec(content);
    if (match !== null) return { text: match[0], at: match.index };
  }
  return null;
}
