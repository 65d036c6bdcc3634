import type { Exercise, Files } from '../grading/index.ts';
import { type Locale, locales } from '../messages/index.ts';
import { validate as isCurriculum } from './curriculum.schema.json?ajv';
import { validate as isExercise } from './exercise.schema.json?ajv';
import { validate as isExpectation } from './expect.schema.json?ajv';
import { validate as isText } from './text.schema.json?ajv';

/** A lesson's place in the workshop; its prose is in `content/lessons/<locale>/<slug>.mdx`. */
export interface Lesson {
  readonly slug: string;
  /** How long the lesson takes, exercises included. */
  readonly minutes: number;
  /** How long a room rests after the lesson, in minutes. */
  readonly break?: number;
  /** Ids of the questions on earlier lessons that open this one. */
  readonly review?: readonly string[];
  /** Exercise ids in their order on the page. */
  readonly exercises: readonly string[];
}

/** A partial step towards an answer: prose, and a snippet where showing helps. Both may hold `code` in backticks. */
export interface Hint {
  readonly text: string;
  readonly snippet?: string;
}

/** The words of an exercise in one language. */
export interface ExerciseText {
  readonly title: string;
  readonly task: string;
  /** What each goal asks for, by goal id. */
  readonly goals: Readonly<Record<string, string>>;
  readonly hints: readonly Hint[];
  /** What each solution shows, by the name of its folder; the first one is offered to the learner. */
  readonly solutions: Readonly<Record<string, string>>;
  /** Said when the exercise is passed: why this works. */
  readonly why: string;
}

/** A wrong answer on record: it misses exactly these goals and raises exactly these codes. */
export interface Mistake {
  readonly name: string;
  readonly files: Files;
  readonly misses: readonly string[];
  readonly raises: readonly string[];
}

/** An exercise with everything that its folder under `content/exercises` holds. */
export interface AuthoredExercise extends Exercise {
  /** Slug of the lesson that the curriculum puts it in. */
  readonly lesson: string;
  readonly starter: Files;
  readonly solutions: ReadonlyMap<string, Files>;
  readonly mistakes: readonly Mistake[];
  readonly texts: Readonly<Partial<Record<Locale, ExerciseText>>>;
}

/** What Vite makes of a folder of content: a file's text, or for YAML its value, read when the project is built. */
type Modules<T> = Readonly<Record<string, T>>;

const definitions = import.meta.glob(
  [
    '/content/curriculum.yaml',
    '/content/exercises/*/*.yaml',
    '/content/exercises/*/mistakes/*/expect.yaml',
    '/content/scenarios/**/*.yaml',
  ],
  { import: 'default', eager: true },
) as Modules<unknown>;
const submissions = import.meta.glob('/content/exercises/*/{starter,solutions,mistakes}/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Modules<string>;

/** The lessons in the order of the talk. */
export const curriculum: readonly Lesson[] = read<{ lessons: Lesson[] }>(
  '/content/curriculum.yaml',
  isCurriculum,
).lessons;

/**
 * One exercise of the curriculum with all its files, or undefined when the curriculum does not name it.
 * Throws, with the path, on content that is missing or does not fit its schema.
 */
export function loadExercise(id: string): AuthoredExercise | undefined {
  const lesson = curriculum.find(({ exercises }) => exercises.includes(id));
  if (lesson === undefined) return undefined;
  const folder = `/content/exercises/${id}`;
  const definition = read<Omit<Exercise, 'id'> & { scenario: ScenarioReference }>(
    `${folder}/exercise.yaml`,
    isExercise,
  );
  const { files } = definition;
  return {
    ...definition,
    id,
    lesson: lesson.slug,
    scenario: loadScenario(definition.scenario),
    starter: submission(`${folder}/starter`, files),
    solutions: new Map(
      subfolders(`${folder}/solutions`).map((name) => [name, submission(`${folder}/solutions/${name}`, files)]),
    ),
    mistakes: subfolders(`${folder}/mistakes`).map((name) => loadMistake(name, `${folder}/mistakes/${name}`, files)),
    texts: loadTexts(folder),
  };
}

/** An exercise's words in a language; English where the language has none yet. */
export function textOf(exercise: AuthoredExercise, locale: Locale): ExerciseText {
  const text = exercise.texts[locale] ?? exercise.texts.en;
  if (text === undefined) throw new Error(`content/exercises/${exercise.id}/text.en.yaml is missing`);
  return text;
}

/** What the grading core needs of an exercise, as plain data that can cross to a worker. */
export function gradable({ id, domain, files, goals, scenario }: AuthoredExercise): Exercise {
  return { id, domain, files, goals, scenario };
}

/** The path of one scenario, or, for an exercise that joins several, a path for each part. */
type ScenarioReference = string | Readonly<Record<string, string>>;

function loadScenario(reference: ScenarioReference): unknown {
  if (typeof reference !== 'string')
    return Object.fromEntries(Object.entries(reference).map(([part, path]) => [part, loadScenario(path)]));
  return read(`/content/scenarios/${reference}.yaml`, () => true);
}

function loadMistake(name: string, folder: string, files: readonly string[]): Mistake {
  const { misses, raises } = read<Pick<Mistake, 'misses' | 'raises'>>(`${folder}/expect.yaml`, isExpectation);
  return { name, files: submission(folder, files), misses, raises };
}

function loadTexts(folder: string): AuthoredExercise['texts'] {
  const texts: Partial<Record<Locale, ExerciseText>> = {};
  for (const locale of locales) {
    const path = `${folder}/text.${locale}.yaml`;
    if (path in definitions) texts[locale] = read<ExerciseText>(path, isText);
  }
  return texts;
}

function submission(folder: string, names: readonly string[]): Files {
  return Object.fromEntries(names.map((name) => [name, contentAt(submissions, `${folder}/${name}`)]));
}

function subfolders(folder: string): readonly string[] {
  const names = Object.keys(submissions)
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1).split('/')[0] ?? '');
  return [...new Set(names)];
}

function read<T>(path: string, fits: ((value: unknown) => boolean) & { errors?: unknown }): T {
  const value = contentAt(definitions, path);
  if (!fits(value)) throw new Error(`${path.slice(1)} does not fit its schema: ${JSON.stringify(fits.errors)}`);
  return value as T;
}

function contentAt<T>(modules: Modules<T>, path: string): T {
  const content = modules[path];
  if (content === undefined) throw new Error(`${path.slice(1)} is missing`);
  return content;
}
