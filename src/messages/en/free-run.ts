import { sharing } from './sharing.ts';

/** The words of the workflow workbench. `{names}` are filled in; keys of one place stand together. */
export const freeRun = {
  title: 'Workflow workbench',
  lead: 'Any workflow, any event: what GitHub says of the text, which jobs run, what each step does, and where the run would stop. Everything happens in this browser.',
  noscript: 'The workbench plays runs by a script, which is switched off in this browser.',
  places: 'Workbenches',
  policy: 'Policy',
  workflow: 'Workflow',
  network: 'Network',

  'event.title': 'Event',
  'event.push': 'Push to a branch',
  'event.tag': 'Push of a tag',
  'event.pull': 'Pull request',
  'event.fork': 'Pull request from a fork',
  'event.dispatch': 'Started by hand',
  'event.release': 'Release published',
  'event.schedule': 'Schedule',
  'ref.branch': 'Branch',
  'ref.tag': 'Tag',
  'ref.base': 'Into the branch',
  'ref.head': 'From the branch',
  'more.title': 'The repository',
  'more.repository': 'Owner and name',
  'more.default': 'Default branch',
  'more.private': 'Private',
  'more.ids': 'Made, renamed or moved after 15 July 2026, so tokens carry its ids',
  assumed:
    'The role and the registry are those that the text names, and take what the run asks. Secrets and variables are set, but not known.',

  'problems.title': 'Problems in the text',
  'run.title': 'Run',
  'state.idle': 'Not played yet',
  'state.green': 'The run is green',
  'state.red': 'The run fails',
  'state.none': 'No run starts',
  'state.unknown': 'Green, as far as can be seen',
  'says.state': '{state}. Problems in the text: {problems}.',
  'reset.done': 'The workflow that this page begins with is back.',

  ...sharing,
  'share.title': 'The link holds this workflow and its event behind the #, where no server sees it.',
  'share.address': 'Link to this workflow and its event',
  'share.too-long':
    'As a link this takes {length} characters; links of more than {limit} are cut by too many programs. A shorter text fits.',
} as const;
