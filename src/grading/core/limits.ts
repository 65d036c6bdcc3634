/** Characters (UTF-16 code units) of one file that a grader reads; GitHub reads workflow files of at most 1 MiB. */
export const maxFileLength = 1_048_576;
