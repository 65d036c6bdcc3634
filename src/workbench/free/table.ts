import type { TextLanguage } from '../../editor/index.ts';
import type { Asking } from '../../exercises/asks.ts';
import type { WorkbenchWords } from '../../messages/workbench.ts';
import { type Desk, openDesk } from '../desk.ts';
import { find } from '../dom.ts';
import type { SwitchEvents } from '../editor-switch.ts';
import { type AskList, openAskList } from './ask-list.ts';
import { fileOf, type PolicyType, policyTypes, type Side } from './free-desk.ts';
import type { RowTools } from './views/ask-row.ts';

/** The policies of both types in the editor, and the calls of the one that is shown. */
export interface Table {
  readonly desk: Desk;
  readonly list: AskList;
  shown(): PolicyType;
  /** A policy and its calls as they stand. */
  side(type: PolicyType): Side;
  /** Lays another policy with its calls on the table, and shows it. */
  lay(type: PolicyType, side: Side): void;
  /** What the rows of the list are made with. */
  tools(): Omit<RowTools, 'remove'>;
}

export interface TableStart {
  readonly shown: PolicyType;
  readonly sides: Readonly<Record<PolicyType, Side>>;
  /** What the page itself wrote into the text areas. */
  readonly starter: Readonly<Record<PolicyType, Side>>;
  readonly language: TextLanguage;
  readonly words: WorkbenchWords;
  readonly rowTools: Pick<RowTools, 'free' | 'suggest'>;
}

export interface TableEvents extends Pick<SwitchEvents, 'painted' | 'richCame' | 'richFailed'> {
  /** A text, a call or who asks is another one. */
  changed(): void;
  removed(call: string): void;
  /** Texts that were typed before the table was there stay on it; this is what would have lain there. */
  displaced(type: PolicyType, side: Side): void;
}

/** Opens the table inside of the workbench's element. */
export function openTable(root: HTMLElement, start: TableStart, events: TableEvents, signal: AbortSignal): Table {
  const list = openAskList(find(root, '[data-asks]'), events);
  const desk = openTexts(root, start, events);
  const toolsFor = (type: PolicyType): Omit<RowTools, 'remove'> => ({
    ...start.rowTools,
    type,
    words: start.words,
    changed: events.changed,
    show: (range) => desk.reveal(range, { focus: true }),
    mend: (fix) => desk.mend(fix),
    point: (step) => desk.wash(step?.decidedBy ?? []),
  });
  const askings = openAskings(root, start, list, toolsFor);
  const showFile = (type: PolicyType): void => desk.reveal({ file: fileOf[type], start: 0, end: 0 }, { focus: false });
  const followFile = (): void => {
    const type = policyTypes.find((each) => fileOf[each] === desk.place().file);
    if (type !== undefined && type !== askings.shown()) askings.show(type);
  };

  showFile(start.shown);
  root.addEventListener('bench:moved', followFile, { signal });
  for (const field of askings.fields) field.addEventListener('input', events.changed, { signal });
  return {
    desk,
    list,
    tools: () => toolsFor(askings.shown()),
    shown: askings.shown,
    side: (type) => ({ ...askings.of(type), text: desk.texts()[fileOf[type]] ?? '' }),
    lay(type, side) {
      askings.lay(type, side);
      desk.replace({ ...desk.texts(), [fileOf[type]]: side.text });
      if (type !== askings.shown()) showFile(type);
    },
  };
}

/** What is asked of the policy of each type, and who asks; one of them is on the page. */
interface Askings {
  readonly fields: readonly HTMLElement[];
  shown(): PolicyType;
  of(type: PolicyType): Asking;
  lay(type: PolicyType, asking: Asking): void;
  show(type: PolicyType): void;
}

function openAskings(
  root: HTMLElement,
  start: TableStart,
  list: AskList,
  toolsFor: (type: PolicyType) => Omit<RowTools, 'remove'>,
): Askings {
  const session = find<HTMLInputElement>(root, '[data-session]');
  const keys = find<HTMLTextAreaElement>(root, '[data-keys]');
  const askings: Record<PolicyType, Asking> = { ...start.sides };
  let shown = start.shown;

  /** Takes over what was typed since the calls were spread. */
  const pickUp = (): void => {
    const asks = list.asks().map(({ id: _, ...ask }) => ask);
    askings[shown] = { asks, session: session.value, keys: keys.value };
  };
  const spread = (type: PolicyType): void => {
    shown = type;
    root.dataset['type'] = type;
    [session.value, keys.value] = [askings[type].session, askings[type].keys];
    list.replace(askings[type].asks, toolsFor(type));
  };

  spread(start.shown);
  return {
    fields: [session, keys],
    shown: () => shown,
    of(type) {
      pickUp();
      return askings[type];
    },
    lay(type, asking) {
      pickUp();
      askings[type] = asking;
      if (type === shown) spread(type);
    },
    show(type) {
      pickUp();
      spread(type);
    },
  };
}

function openTexts(root: HTMLElement, { sides, starter, language, words }: TableStart, events: TableEvents): Desk {
  const textsOf = (of: Readonly<Record<PolicyType, Side>>) =>
    Object.fromEntries(policyTypes.map((type) => [fileOf[type], of[type].text]));
  const files = policyTypes.map((type) => fileOf[type]);
  return openDesk(
    root,
    { exercise: { id: 'workbench', domain: 'iam', files, goals: [], scenario: null }, starter: textsOf(starter) },
    {
      read: () => ({ starter: '', files: textsOf(sides), savedAt: 0, tried: [], versions: [] }),
      // Kept once all of the workbench stands.
      save: () => queueMicrotask(events.changed),
      putAside: () => {
        for (const type of policyTypes) events.displaced(type, sides[type]);
      },
    },
    words,
    { ...events, moved: () => root.dispatchEvent(new CustomEvent('bench:moved')) },
    language,
  );
}
