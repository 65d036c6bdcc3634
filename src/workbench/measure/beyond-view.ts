import type { BeyondAction, Score } from '../../grading/index.ts';
import type { MeasureWords } from '../../messages/measure.ts';
import { make } from '../dom.ts';

/** Which groups somebody opened, by points; it outlives a redraw. */
export type OpenedGroups = Set<BeyondAction['points']>;

/** What makes the points, the gravest first: each action by name, and what it is granted on. */
export function beyondView({ beyond }: Score, words: MeasureWords, opened: OpenedGroups): readonly HTMLElement[] {
  return ([3, 2, 1] as const).flatMap((points) => {
    const actions = beyond.filter((each) => each.points === points);
    return actions.length === 0 ? [] : [groupView(points, actions, words, opened)];
  });
}

/** The actions are written when the group is first opened: of a policy that allows everything they are some thousand. */
function groupView(
  points: BeyondAction['points'],
  actions: readonly BeyondAction[],
  words: MeasureWords,
  opened: OpenedGroups,
): HTMLElement {
  const list = make('ul', { class: 'beyond-places' });
  const fill = (): void => {
    if (list.childElementCount === 0) list.append(...byPlace(actions).map((place) => placeView(place, words)));
  };
  const details = make(
    'details',
    { class: 'beyond-group', open: opened.has(points) },
    make(
      'summary',
      {},
      make('span', { class: 'beyond-title' }, words(`group.${points}`)),
      make('span', { class: 'beyond-worth' }, words('group.worth', { count: actions.length, each: points })),
    ),
    list,
  );
  if (details.open) fill();
  details.addEventListener('toggle', () => {
    if (details.open) fill();
    opened[details.open ? 'add' : 'delete'](points);
  });
  return details;
}

interface Place {
  readonly resources: readonly string[];
  readonly actions: string[];
}

/** Actions that are granted on the same resources, together. */
function byPlace(actions: readonly BeyondAction[]): readonly Place[] {
  const places = new Map<string, Place>();
  for (const { action, resources } of actions) {
    const key = resources.join('\n');
    const place = places.get(key) ?? { resources, actions: [] };
    place.actions.push(action);
    places.set(key, place);
  }
  return [...places.values()];
}

function placeView({ resources, actions }: Place, words: MeasureWords): HTMLElement {
  return make(
    'li',
    {},
    make(
      'p',
      { class: 'beyond-actions' },
      actions.flatMap((action, index) => [index > 0 && ', ', make('code', {}, action)]),
    ),
    make(
      'p',
      { class: 'beyond-on' },
      words('group.on'),
      resources.flatMap((resource, index) => [index > 0 ? ', ' : ' ', make('code', {}, resource)]),
    ),
  );
}
