import type { Place } from '../../classroom/wire/types.ts';
import { make } from '../../workbench/dom.ts';
import { type BoardDesk, button, type Panel, panelOf } from './desk.ts';
import { setText } from './keep-list.ts';
import type { SlideLead } from './slide-lead.ts';

const timerMinutes = [3, 5, 10, 15] as const;

/** What the instructor sets for all: pace, place, timer, what is said. Each can be taken back. */
export function leadPanel(desk: BoardDesk, slides: SlideLead): Panel {
  const { words, session } = desk;
  const mode = field(words('lead.mode'), modes(desk));
  const place = field(words('lead.place'), placeOptions(desk));
  const gate = field(words('lead.gate.at'), exerciseOptions(desk));
  const bySlides = slidesSwitch(desk, slides);
  const left = make('span', { class: 'lead-left', role: 'timer' });
  const timer = timerRow(desk, left);
  const undo = button(words('lead.undo'), () => session.undo());
  const note = line(words('lead.note'), words('lead.send'), (text) => session.setNote(text));
  const said = line(words('lead.say'), words('lead.send'), (text) => {
    session.announce(text);
    said.input.value = '';
    desk.say(words('lead.sent'));
  });
  const recheck = button(words('lead.recheck'), () => {
    session.recheck();
    desk.say(words('lead.sent'));
  });
  const setMode = (value: string): void => {
    if (value === 'gate') session.setGate(gate.select.value);
    else {
      if (session.state().control.gate !== null) session.setGate(null);
      session.setMode(value === 'follow' ? 'follow' : 'free');
    }
  };
  mode.select.addEventListener('change', () => setMode(mode.select.value));
  gate.select.addEventListener('change', () => session.setGate(gate.select.value));
  place.select.addEventListener('change', () => session.moveTo(readPlace(place.select.value)));

  const { mayControl: mayLead } = session.state();
  const element = panelOf(
    'lead',
    words('lead.title'),
    mayLead && make('div', { class: 'lead-fields' }, place.label, bySlides, mode.label, gate.label),
    mayLead && timer,
    mayLead && note.form,
    said.form,
    make('div', { class: 'board-row' }, recheck, mayLead && undo),
  );
  const controls = element.querySelectorAll<HTMLButtonElement>('button, input, select');
  return {
    element,
    update({ state: { control, undoable, ended }, now }) {
      choose(mode.select, control.mode);
      choose(place.select, control.at === null ? '' : optionFor(place.select, control.at));
      choose(gate.select, control.gate ?? '');
      gate.label.hidden = control.mode !== 'gate';
      for (const each of controls) each.disabled = ended;
      undo.disabled = undoable === null || ended;
      if (document.activeElement !== note.input) note.input.value = control.note;
      const seconds = control.timer === null ? null : Math.max(0, Math.ceil((control.timer.endsAt - now) / 1000));
      const time = `${Math.floor((seconds ?? 0) / 60)}:${String((seconds ?? 0) % 60).padStart(2, '0')}`;
      setText(left, seconds === null ? '' : seconds === 0 ? words('lead.over') : words('lead.left', { time }));
    },
  };
}

/** Lets the slides of this browser set the place. */
function slidesSwitch({ words }: BoardDesk, slides: SlideLead): HTMLElement {
  const input = make('input', { type: 'checkbox', checked: slides.isOn() });
  input.addEventListener('change', () => slides.set(input.checked));
  return make('label', { class: 'board-check', title: words('lead.slides.hint') }, input, words('lead.slides'));
}

function timerRow({ words, session }: BoardDesk, left: HTMLElement): HTMLElement {
  return make(
    'div',
    { class: 'lead-timer', role: 'group', 'aria-label': words('lead.timer') },
    make('span', { class: 'board-label' }, words('lead.timer')),
    ...timerMinutes.map((count) => button(words('lead.minutes', { count }), () => session.startTimer(count * 60_000))),
    button(words('lead.stop'), () => session.stopTimer()),
    left,
  );
}

function modes({ words }: BoardDesk): readonly HTMLElement[] {
  return (['free', 'follow', 'gate'] as const).map((value) => make('option', { value }, words(`lead.${value}`)));
}

function placeOptions({ words, course }: BoardDesk): readonly HTMLElement[] {
  const lessons = course.lessons.map(({ slug, title }) =>
    make(
      'optgroup',
      { label: title },
      make('option', { value: slug }, title),
      ...course.exercises
        .filter(({ lesson }) => lesson === slug)
        .map((exercise) => make('option', { value: `${slug}#${exercise.id}` }, exercise.title)),
    ),
  );
  return [make('option', { value: '' }, words('lead.place.none')), ...lessons];
}

function exerciseOptions({ course }: BoardDesk): readonly HTMLElement[] {
  return course.exercises.map(({ id, title }) => make('option', { value: id }, title));
}

const writePlace = ({ lesson, step }: Place): string => (step === undefined ? lesson : `${lesson}#${step}`);

/** The option for a place; slides also name sections of a lesson, for which the lesson stands. */
function optionFor({ options }: HTMLSelectElement, place: Place): string {
  const exact = writePlace(place);
  return [...options].some(({ value }) => value === exact) ? exact : place.lesson;
}

function readPlace(value: string): Place | null {
  const [lesson = '', step] = value.split('#');
  if (lesson === '') return null;
  return step === undefined ? { lesson } : { lesson, step };
}

function choose(select: HTMLSelectElement, value: string): void {
  if (select.value !== value && document.activeElement !== select) select.value = value;
}

function field(name: string, options: readonly HTMLElement[]) {
  const select = make('select', { 'aria-label': name }, ...options);
  return { select, label: make('label', { class: 'board-field' }, make('span', {}, name), select) };
}

function line(name: string, send: string, act: (text: string) => void) {
  const input = make('input', { maxlength: 280, autocomplete: 'off' });
  const form = make(
    'form',
    { class: 'board-line' },
    make('label', { class: 'board-field' }, make('span', {}, name), input),
    make('button', { class: 'button' }, send),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(input.value);
  });
  return { input, form };
}
