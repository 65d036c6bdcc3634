import type { Question } from '../../exercises/questions.ts';
import { firstSentences, plainText, wordsIn } from './condense.ts';
import type { Piece } from './pieces.ts';

/** What the speaker has before them while a slide is shown. */
export interface SpeakerNotes {
  /** How long the slide takes; 0 where it takes no time of its own. */
  readonly minutes: number;
  /** A question to ask the room; empty where there is none. */
  readonly ask: string;
  /** What the author would say. */
  readonly spoken: string;
  /** What the lesson says here, as the learners can read it. */
  readonly lesson: string;
  /** For when there is time. */
  readonly asides: readonly { readonly title: string; readonly html: string }[];
}

/** One slide. What a kind has no use for is empty. */
export interface Slide {
  readonly kind: 'title' | 'problem' | 'section' | 'question' | 'exercise' | 'recap';
  readonly heading: string;
  /** What the slide is called, without markup. */
  readonly name: string;
  /** Few enough words to be read from the back row. */
  readonly words: string;
  /** A drawing, table, list, log or code; at most one on a slide. */
  readonly block: string;
  readonly question: Question | null;
  /** The exercise whose bench the slide holds. */
  readonly exercise: string;
  /** Where the lesson says it: the id of the last heading or exercise before; empty before the first. */
  readonly anchor: string;
  readonly notes: SpeakerNotes;
}

/** What a deck needs to be told, because it does not stand in the lesson's text. */
export interface DeckNames {
  readonly title: string;
  readonly problem: string;
  readonly question: string;
  readonly recap: string;
  readonly exercise: (id: string) => string;
}

/** How long the room takes for a question, hands and answer. */
const questionMinutes = 1;

/** The id of a lesson's recap on its page. */
const recapAnchor = 'recap';

/** More than this beside a block, and neither can be read. */
const mostWordsOnSlide = 34;

type Draft = { -readonly [K in keyof Slide]: Slide[K] extends SpeakerNotes ? DraftNotes : Slide[K] };
type DraftNotes = { -readonly [K in keyof SpeakerNotes]: SpeakerNotes[K] };

/** Everything that is known while the pieces of a lesson are dealt out to slides. */
interface Dealing {
  readonly names: DeckNames;
  readonly slides: Draft[];
  /** The exercise whose bench has not been placed yet, with the notes that wait for it. */
  waiting: { readonly id: string; readonly notes: Piece[] } | null;
  /** True where the author has said what is to be seen of a section. */
  isAuthored: boolean;
  /** The heading or exercise that the pieces at hand stand under. */
  anchor: string;
}

/**
 * The slides of a lesson, made from its own text: one begins at each heading, each `<Slide title>`, each question, and where a second
 * drawing or table would share one. Text becomes what the author marked with `<Slide>`, or its first sentences; all of it stays in
 * the notes. A bench comes after the questions of its exercise.
 */
export function slidesOf(pieces: readonly Piece[], names: DeckNames): readonly Slide[] {
  const dealing: Dealing = { names, slides: [], waiting: null, isAuthored: false, anchor: '' };
  begin(dealing, 'title', names.title);
  for (const piece of pieces) {
    if (piece.kind !== 'question' && last(dealing).kind === 'question' && !stays(piece)) placeBench(dealing);
    deal[piece.kind](dealing, piece);
  }
  return dealing.slides;
}

/** What goes to the slide at hand and does not lead away from a question. */
function stays({ kind }: Piece): boolean {
  return kind === 'notes' || kind === 'aside';
}

const deal: Readonly<Record<Piece['kind'], (dealing: Dealing, piece: Piece) => void>> = {
  heading: (dealing, { says, html }) => {
    dealing.anchor = String(says['id'] ?? '');
    begin(dealing, 'section', html);
  },
  lead: (dealing, { html }) => {
    begin(dealing, 'problem', dealing.names.problem).words = html;
  },
  slide: (dealing, { says, html }) => {
    const title = typeof says['title'] === 'string' ? says['title'] : '';
    const slide =
      title !== '' || dealing.isAuthored ? begin(dealing, 'section', title || last(dealing).heading) : last(dealing);
    slide.words = html;
    dealing.isAuthored = true;
  },
  prose: addProse,
  block: (dealing, { html }) => addBlock(dealing, html),
  picture: (dealing, { html }) => addBlock(dealing, html),
  aside: (dealing, { says, html }) => {
    const { notes } = last(dealing);
    notes.asides = [...notes.asides, { title: String(says['title'] ?? ''), html }];
  },
  notes: (dealing, piece) => {
    if (piece.says['at'] === 'exercise' && dealing.waiting !== null) dealing.waiting.notes.push(piece);
    else addNotes(last(dealing), piece);
  },
  question: (dealing, { says }) => {
    const slide = begin(dealing, 'question', String(says['label'] ?? dealing.names.question));
    slide.question = says as unknown as Question;
    slide.name = slide.question.question.replaceAll('`', '');
    slide.notes.minutes = questionMinutes;
  },
  recap: (dealing, { html }) => {
    dealing.anchor = recapAnchor;
    begin(dealing, 'recap', dealing.names.recap).block = html;
  },
  exercise: (dealing, { says }) => {
    dealing.waiting = { id: String(says['id'] ?? ''), notes: [] };
  },
  'exercise-end': placeBench,
};

function begin(dealing: Dealing, kind: Slide['kind'], heading: string): Draft {
  const notes: DraftNotes = { minutes: 0, ask: '', spoken: '', lesson: '', asides: [] };
  const slide: Draft = {
    kind,
    heading,
    name: plainText(heading),
    words: '',
    block: '',
    question: null,
    exercise: '',
    anchor: dealing.anchor,
    notes,
  };
  dealing.slides.push(slide);
  dealing.isAuthored = false;
  return slide;
}

function addProse(dealing: Dealing, { html }: Piece): void {
  const slide = last(dealing);
  slide.notes.lesson += html;
  if (dealing.isAuthored || slide.kind !== 'section' || (slide.block !== '' && slide.words !== '')) return;
  const condensed = firstSentences(html);
  if (slide.words !== '' && wordsIn(slide.words) + wordsIn(condensed) > mostWordsOnSlide) return;
  slide.words += condensed;
}

function addBlock(dealing: Dealing, html: string): void {
  const slide = last(dealing);
  const isTaken = slide.block !== '' || slide.kind === 'question' || slide.kind === 'exercise';
  if (!isTaken) slide.block = html;
  else begin(dealing, 'section', sectionHeading(dealing)).block = html;
}

/** The heading that the piece at hand stands under. */
function sectionHeading({ slides, names }: Dealing): string {
  return slides.findLast(({ kind }) => kind === 'section')?.heading ?? names.title;
}

function placeBench(dealing: Dealing): void {
  const { waiting } = dealing;
  if (waiting === null) return;
  dealing.waiting = null;
  dealing.anchor = waiting.id;
  const slide = begin(dealing, 'exercise', dealing.names.exercise(waiting.id));
  slide.exercise = waiting.id;
  for (const piece of waiting.notes) addNotes(slide, piece);
}

function addNotes({ notes }: Draft, { says, html }: Piece): void {
  notes.spoken += html;
  if (typeof says['minutes'] === 'number') notes.minutes = says['minutes'];
  if (typeof says['ask'] === 'string') notes.ask = says['ask'];
}

function last({ slides }: Dealing): Draft {
  const slide = slides.at(-1);
  if (slide === undefined) throw new Error('a deck begins with its title');
  return slide;
}
