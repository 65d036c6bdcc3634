import { isLongerThan } from './wire/read.ts';

/** Texts as they may be said in a class: none turns, hides, or piles up. Also for those that come from somebody who does not use these pages. */

/** Controls, marks of direction, joiners, halves of characters. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Letters and signs that are drawn as nothing: fillers of Hangul, the empty cell of Braille. */
const blank = /[\u115f\u1160\u3164\uffa0\u2800]/gu;
/** Marks beyond three on a letter, which would cover the lines above and below. */
const piledMarks = /(\p{M}{3})\p{M}+/gu;

/** A text on one line, of no more characters than `limit`. */
export function oneLine(text: string, limit: number): string {
  return [...text.replace(/\s+/gu, ' ').replace(unseen, '')].slice(0, limit).join('');
}

/** A name as it may be sent and shown: 24 characters and 96 bytes at most, on one line; empty where nothing of it could be seen. */
export function plainNick(typed: string): string {
  const plain = typed.normalize('NFC').replace(unseen, '').replace(blank, '').replace(piledMarks, '$1').trim();
  let kept = [...plain].slice(0, 24);
  // A name in characters of four bytes may be short and still too long.
  while (isLongerThan(kept.join(''), 96)) kept = kept.slice(0, -1);
  return kept.join('');
}
