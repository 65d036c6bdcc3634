/** What a claim rests on, wherever it is said. */
export const evidence = {
  'evidence.documented': 'documented',
  'evidence.talk': 'from the talk',
  'evidence.field': 'seen in the field',
  'evidence.inferred': 'inferred',
} as const;
