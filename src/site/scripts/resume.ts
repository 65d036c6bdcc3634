import { readProgress, resumeAt } from '../../workbench/progress.ts';

interface Place {
  readonly address: string;
  readonly label: string;
}

interface Way {
  readonly exercises: readonly (Place & { readonly id: string })[];
  readonly done: Place;
}

/** Turns “start” into “go on” for a learner who has begun, and into the closing words for one who has passed everything. */
function offerToGoOn(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-resume]');
  if (link === null) return;
  const way = JSON.parse(link.dataset['resume'] ?? '') as Way;
  const progress = readProgress();
  if (progress.last === null) return;
  const open = resumeAt(
    way.exercises.map(({ id }) => id),
    progress,
  );
  const { address, label } = way.exercises.find(({ id }) => id === open) ?? way.done;
  link.href = address;
  const words = link.querySelector('span');
  if (words !== null) words.textContent = label;
}

offerToGoOn();
