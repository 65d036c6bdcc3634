import { evidence } from './evidence.ts';

/** The words around the lessons: bar, landing page, search, checks, facts. `{name}` is filled in. */
export const site = {
  name: 'Fargate Tips',
  tagline: 'An interactive workshop on shipping containers to AWS Fargate',
  description:
    'Push an image from GitHub Actions, grant the push no more than it needs, start it on Fargate in a private subnet: you write the files, and a simulated run shows which call is refused, in the words of the real system.',
  'locale.own': 'English',
  'locale.choose': 'Read this page in {language}',

  skip: 'Skip to the content',
  'bar.label': 'Workshop',
  'path.label': 'Lessons',
  'mark.passed': 'done',
  'mark.trying': 'begun',

  'contents.open': 'Contents',
  'contents.close': 'Close',
  'contents.title': 'Contents',
  'contents.start': 'Start page',
  'contents.workbench': 'Policy workbench',
  'contents.checks': 'All checks',
  'contents.facts': 'About the facts',
  'contents.minutes': '{minutes} min',
  'contents.more': 'To look up',

  'theme.change': 'Theme: {now}. Change to {next}.',
  'theme.system': 'as the system',
  'theme.light': 'light',
  'theme.dark': 'dark',

  'search.open': 'Search',
  'search.title': 'Search the workshop',
  'search.placeholder': 'An action, a message, an endpoint',
  'search.empty': 'Nothing here says “{query}”. Try one word of the message, or an action such as ecr:PutImage.',
  'search.idle': 'Lessons, exercises and checks. Arrow keys choose, Enter opens.',
  'search.failed': 'The index did not load. Check the connection and open the search again.',
  'search.one': '1 result',
  'search.many': '{count} results',
  'search.kind.lesson': 'Lesson',
  'search.kind.exercise': 'Exercise',
  'search.kind.check': 'Check',
  'search.kind.fact': 'Fact',
  'search.kind.tool': 'Tool',

  'lesson.kicker': 'Lesson {number} of {count}',
  'lesson.minutes': '{minutes} minutes',
  'lesson.objectives': 'You will be able to',
  'lesson.exercises': 'In this lesson',
  'lesson.review': 'Still there? {count} questions from earlier lessons',
  'lesson.around': 'Before and after',
  'lesson.previous': 'Before',
  'lesson.next': 'Next',
  'exercise.label': 'Exercise: {title}',

  'landing.title': 'Ship a container to Fargate, one refusal at a time',
  'landing.lead':
    'You write the workflow, the policy and the endpoints. A simulated run makes the calls that GitHub, Docker and ECS would make, and stops where they would, with their own words.',
  'landing.start': 'Start with lesson 1',
  'landing.resume': 'Go on with “{title}”',
  'landing.again': 'Everything is passed. Read the closing words',
  'landing.facts': '{lessons} lessons, {exercises} exercises, about {minutes} minutes. No account, nothing to install.',
  'landing.path': 'The path',
  'landing.exercises': '{count} exercises',
  'landing.exercise': '1 exercise',
  'landing.able': 'What you take home',
  'landing.how': 'How a run answers',
  'landing.how.text':
    'Your text is never compared with a model answer. Each call is decided by what you wrote, so every answer that works passes, and each refusal points to the line that decides it.',
  'landing.privacy.title': 'It stays in your browser',
  'landing.privacy.text':
    'Drafts and progress are kept on this device. No call reaches AWS, no credentials are asked for, and nothing that you write leaves the page.',
  'landing.source.title': 'Two authorities, told apart',
  'landing.source.text':
    'The lessons follow a talk given in Kanazawa in November 2024. Where the documentation says more or otherwise, both stand side by side with their sources.',

  'hero.caption': 'The push policy of AWS’s documentation, and a push of docker buildx',
  'hero.file': 'policy.json',
  'hero.grant': 'Grant this too',
  'hero.granted': 'granted',
  'hero.refused': 'Refused',
  'hero.passed': 'Every call is allowed',
  'hero.more': '{count} more calls',
  'hero.shown': 'Computed by the grader of lesson 3',

  'checks.title': 'All checks',
  'checks.lead':
    'Everything that a run or a reading of your text may find, with the rule behind it, a text that raises it, and one much like it that does not.',
  'checks.filter': 'Show',
  'checks.all': 'All',
  'checks.iam': 'IAM policies',
  'checks.workflow': 'Workflows',
  'checks.network': 'Networks',
  'checks.core': 'Every file',
  'checks.why': 'Why',
  'checks.fix': 'To try',
  'checks.examples': 'An example in {file}',
  'checks.fails': 'Raises it',
  'checks.passes': 'Does not',
  'checks.source': 'Source',
  'severity.error': 'error',
  'severity.warning': 'warning',
  'severity.info': 'note',
  'checks.read': 'read on {date}',
  ...evidence,

  'facts.title': 'About the facts',
  'facts.lead':
    'The talk and the documentation are both authorities here, and they do not always say the same. This page shows what each says, what the workshop does with it, and where to read it.',
  'facts.talk': 'The talk',
  'facts.documentation': 'The documentation',
  'facts.workshop': 'This workshop',
  'facts.sources': 'Sources',

  'missing.title': 'This page is not here',
  'missing.text': 'The address may have changed, or a letter of it. The lessons are all on the start page.',
  'missing.back': 'To the start page',

  'footer.talk': 'After a talk at JAWS-UG Kanazawa and Container, Kanazawa Port, November 2024.',
  'footer.independent':
    'An independent workshop, not by AWS, Docker or GitHub. AWS and Fargate are trademarks of Amazon.com, Inc. or its affiliates.',
  noscript: 'Everything can be read without JavaScript. The exercises need it to run your text.',
} as const satisfies Readonly<Record<string, string>>;
