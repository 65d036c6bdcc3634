/** Commands and actions of one run that are played. A workflow in earnest has hundreds; a loop in a large matrix has millions. */
export const maxCommands = 2000;
