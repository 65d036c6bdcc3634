import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { scaffoldExercise } from '../src/exercises/scaffold.ts';
import { root } from './fingerprint.mjs';

const [id, domain] = process.argv.slice(2);
const exercises = join(root, 'content/exercises');

if (id === undefined || domain === undefined) stop('Usage: npm run new-exercise <id> <iam|workflow|network|chain>');
const { refusal, files } = scaffoldExercise({ id, domain, taken: readdirSync(exercises), ...scenarioOf(domain) });
if (refusal !== undefined) stop(refusal);
for (const [path, text] of files) {
  const target = join(exercises, id, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

console.log(`The exercise is in content/exercises/${id}. What is left to do:

  1. Choose its scenario in exercise.yaml, or write one in content/scenarios/, and set its goals.
  2. Write the starter, two solutions that differ, and four mistakes with what each misses and raises (expect.yaml).
     See what an answer gets: npm run --silent workshop -- grade ${id} content/exercises/${id}/starter
  3. Write the words in text.en.yaml.
  4. Name the exercise in content/curriculum.yaml, and place it in its lesson: <Exercise id="${id}">…</Exercise>
  5. npm test tests/content.test.ts`);

/** A scenario of the domain to begin with, and its first operation. */
function scenarioOf(name: string): { readonly scenario: string; readonly operation: string } {
  const folder = join(root, 'content/scenarios', name);
  const [file] = existsSync(folder) ? readdirSync(folder).filter((found) => found.endsWith('.yaml')) : [];
  if (file === undefined) return { scenario: `${name}/${id}`, operation: 'first-operation' };
  const { attempts = [] } = parse(readFileSync(join(folder, file), 'utf8')) as { attempts?: { id?: string }[] };
  return { scenario: `${name}/${file.replace(/\.yaml$/, '')}`, operation: attempts[0]?.id ?? 'first-operation' };
}

function stop(reason: string): never {
  console.error(reason);
  process.exit(2);
}
