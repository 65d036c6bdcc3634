import { parse } from 'yaml';
import type { Exercise, Files } from '../grading/index.ts';
import type { Locale } from '../messages/index.ts';
import { validate as isCurriculum } from './curriculum.schema.json?ajv';
import { validate as isExercise } from './exercise.schema.json?ajv';
import { validate as isText } from './text.schema.json?ajv';

/** A lesson's place in the workshop; its prose is in `content/lessons/<locale>/<slug>.mdx`. */
export interface Lesson {
  readonly slug: string;
  /** How long the lesson takes, exercises included. */
  readonly minutes: number;
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

type Modules = Readonly<Record<string, string>>;

const curriculumFile = import.meta.glob('/content/curriculum.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Modules;
const exerciseFiles = import.meta.glob('/content/exercises/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Modules;
const scenarioFiles = import.meta.glob('/content/scenarios/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Modules;

/** The lessons in the order of the talk. */
export const curriculum: readonly Lesson[] = read<{ lessons: Lesson[] }>(
  curriculumFile,
  '/content/curriculum.yaml',
  isCurriculum,
).lessons;

/** All exercises in the order of the curriculum. Throws, with the path, on content that does not fit its schema. */
export const exercises: readonly AuthoredExercise[] = curriculum.flatMap((lesson) =>
  lesson.exercises.map((id) => loadExercise(id, lesson.slug)),
);

/** The exercise with this id, or undefined. */
export function findExercise(id: string): AuthoredExercise | undefined {
  return exercises.find((exercise) => exercise.id === id);
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

function loadExercise(id: string, lesson: string): AuthoredExercise {
  const folder = `/content/exercises/${id}`;
  const definition = read<Omit<Exercise, 'id'> & { scenario: ScenarioReference }>(
    exerciseFiles,
    `${folder}/exercise.yaml`,
    isExercise,
  );
  return {
    ...definition,
    id,
    lesson,
    scenario: loadScenario(definition.scenario),
    starter: submission(`${folder}/starter`, definition.files),
    solutions: new Map(
      subfolders(`${folder}/solutions`).map((name) => [
        name,
        submission(`${folder}/solutions/${name}`, definition.files),
      ]),
    ),
    mistakes: subfolders(`${folder}/mistakes`).map((name) =>
      loadMistake(name, `${folder}/mistakes/${name}`, definition.files),
    ),
    texts: loadTexts(folder),
  };
}

/** The path of one scenario, or, for an exercise that joins several, a path for each part. */
type ScenarioReference = string | Readonly<Record<string, string>>;

function loadScenario(reference: ScenarioReference): unknown {
  if (typeof reference !== 'string')
    return Object.fromEntries(Object.entries(reference).map(([part, path]) => [part, loadScenario(path)]));
  return read(scenarioFiles, `/content/scenarios/${reference}.yaml`, () => true);
}

function loadMistake(name: string, folder: string, files: readonly string[]): Mistake {
  const { misses, raises } = read<Pick<Mistake, 'misses' | 'raises'>>(
    exerciseFiles,
    `${folder}/expect.yaml`,
    () => true,
  );
  return { name, files: submission(folder, files), misses, raises };
}

function loadTexts(folder: string): AuthoredExercise['texts'] {
  const texts: Partial<Record<Locale, ExerciseText>> = {};
  for (const locale of ['en', 'ja'] as const) {
    const path = `${folder}/text.${locale}.yaml`;
    if (path in exerciseFiles) texts[locale] = read<ExerciseText>(exerciseFiles, path, isText);
  }
  return texts;
}

function submission(folder: string, names: readonly string[]): Files {
  return Object.fromEntries(names.map((name) => [name, textAt(exerciseFiles, `${folder}/${name}`)]));
}

function subfolders(folder: string): readonly string[] {
  const names = Object.keys(exerciseFiles)
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1).split('/')[0] ?? '');
  return [...new Set(names)];
}

function read<T>(modules: Modules, path: string, fits: ((value: unknown) => boolean) & { errors?: unknown }): T {
  const value: unknown = parse(textAt(modules, path));
  if (!fits(value)) throw new Error(`${path.slice(1)} does not fit its schema: ${JSON.stringify(fits.errors)}`);
  return value as T;
}

function textAt(modules: Modules, path: string): string {
  const text = modules[path];
  if (text === undefined) throw new Error(`${path.slice(1)} is missing`);
  return text;
}
