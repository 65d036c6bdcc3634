/** What an answer is called when a room votes by hands: A, B, C … */
export const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);
