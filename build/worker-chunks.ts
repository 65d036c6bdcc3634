/**
 * How the worker's modules are put together where the imports alone would scatter them. The grader of IAM is one chunk: one request brings it,
 * and gzip finds what its modules have in common. Completion, measuring and the examples of the checks are none of it, as they come later.
 */
export const workerChunks = {
  groups: [
    {
      name: 'iam-grader',
      test: /\/src\/grading\/iam\/(?!language|measure|score|proposal|checks|examples)/,
      // The rest, which other domains share, stays where the worker has it anyway.
      includeDependenciesRecursively: false,
    },
  ],
};
