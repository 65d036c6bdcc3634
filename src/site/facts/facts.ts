import content from '../../../content/facts.yaml';
import type { Evidence } from '../../grading/index.ts';
import type { Locale } from '../../messages/index.ts';

type Texts = Readonly<Partial<Record<Locale, string>>>;

/** One matter on which the talk and the documentation speak. */
export interface Fact {
  readonly id: string;
  readonly topic: Texts;
  readonly talk: Texts;
  readonly documentation: Texts;
  /** What the workshop makes of both. */
  readonly workshop: Texts;
  readonly evidence: Evidence;
  readonly sources: readonly { readonly title: string; readonly url: string; readonly readOn?: string }[];
}

/** The facts of content/facts.yaml in their order. */
export const facts = content as readonly Fact[];

/** A fact's words in a language; English where it has none yet. */
export const said = (texts: Texts, locale: Locale): string => texts[locale] ?? texts.en ?? '';
