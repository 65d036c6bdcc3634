/** A part of `src` with its own rules on what it may import. The first whose pattern fits a path is its zone. */
export interface Zone {
  readonly name: string;
  readonly files: RegExp;
  /** Zones it may import from, beside itself. */
  readonly from: readonly string[];
  /** Zones of which it may know the types only. */
  readonly typesFrom?: readonly string[];
  /** Packages it may import; `node:` stands for all of Node. */
  readonly packages?: readonly string[];
}

const domain = (name: string, packages: readonly string[]): Zone => ({
  name: `grading/${name}`,
  files: new RegExp(`^grading/${name}/`),
  from: ['messages', 'grading/core'],
  packages,
});

/** Who may import whom; any other arrow fails. Lower zones stand first. */
export const zones: readonly Zone[] = [
  { name: 'messages', files: /^messages\//, from: [] },
  { name: 'grading/core', files: /^grading\/core\//, from: ['messages'], packages: ['yaml'] },
  domain('iam', []),
  domain('workflow', ['yaml', '@actions/workflow-parser', '@actions/expressions']),
  domain('network', ['yaml']),
  {
    name: 'grading/chain',
    files: /^grading\/chain\//,
    from: ['messages', 'grading/core', 'grading/iam', 'grading/workflow', 'grading/network'],
  },
  {
    name: 'grading',
    files: /^grading\/index\.ts$/,
    from: ['messages', 'grading/core', 'grading/iam', 'grading/workflow', 'grading/network', 'grading/chain'],
  },
  { name: 'report', files: /^report\//, from: ['messages'], typesFrom: ['grading'] },
  { name: 'exercises', files: /^exercises\//, from: ['messages'], typesFrom: ['grading'] },
  { name: 'worker', files: /^worker\//, from: ['messages', 'grading', 'report'], typesFrom: ['exercises'] },
  { name: 'cli', files: /^cli\//, from: ['messages', 'grading', 'report', 'exercises'], packages: ['node:'] },
  {
    name: 'monaco',
    files: /^editor\/monaco[\w-]*(\.ts|\/.*)$/,
    from: ['editor', 'messages', 'worker'],
    typesFrom: ['report'],
    packages: ['monaco-editor'],
  },
  { name: 'editor', files: /^editor\//, from: ['monaco', 'messages', 'worker'], typesFrom: ['report'] },
  {
    name: 'workbench',
    files: /^workbench\//,
    from: ['editor', 'worker', 'report', 'messages', 'exercises'],
    typesFrom: ['grading'],
    packages: ['diff', 'astro'],
  },
  {
    name: 'classroom/broker',
    files: /^classroom\/broker\//,
    from: ['classroom'],
    packages: ['node:', 'aedes', 'ws'],
  },
  {
    name: 'classroom',
    files: /^classroom\//,
    from: ['messages'],
    typesFrom: ['report'],
    packages: ['mqtt', '@noble/hashes', 'uqr'],
  },
  // What the windows of a presentation say to each other: the board of a class listens as well.
  { name: 'presenter/link', files: /^presenter\/link\.(ts|schema\.json)$/, from: [] },
  {
    name: 'class-pages',
    files: /^class-pages\//,
    from: ['classroom', 'presenter/link', 'workbench', 'messages'],
    typesFrom: ['report'],
    packages: ['uqr'],
  },
  {
    name: 'presenter',
    files: /^presenter\/|^pages\/\[\.\.\.locale\]\/present\//,
    from: ['presenter/link', 'site', 'workbench', 'exercises', 'report', 'messages', 'grading'],
    packages: ['astro'],
  },
  {
    name: 'site',
    files: /^(site|pages)\/|^content\.config\.ts$|^env\.d\.ts$/,
    from: ['workbench', 'classroom', 'class-pages', 'exercises', 'report', 'messages', 'grading'],
    packages: ['astro', 'minisearch', '@fontsource-variable/inter', '@fontsource-variable/jetbrains-mono'],
  },
];

/** The zone of a path under `src`. */
export function zoneOf(path: string): Zone | undefined {
  return zones.find(({ files }) => files.test(path));
}
