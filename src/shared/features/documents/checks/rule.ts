import type { Regime } from '../../../paper/profile.ts';
import type { IndicatorRow } from '../../indicators/schema.ts';
import type { BodyName, Member, Term } from '../../organisation/schema.ts';
import type { DocumentFields } from '../schema.ts';
import { type Passage, placeIn } from './passages.ts';
import type { CheckedField, CheckFix, CheckPlace, Severity } from './schema.ts';

/** A document of our register that is cited. */
export type Registered = { code: string; date: string };

/** All that the rules know; they read nothing else, so that the same facts always give the same findings. */
export type CheckFacts = {
  document: DocumentFields;
  /** As `passagesOf` gives them. */
  passages: readonly Passage[];
  today: string;
  regime: Regime;
  /** "hd36", "hd05", "nd30": the layout of its day. */
  profileId: string;
  /** The names on its day, and those of other days. */
  name: BodyName | null;
  otherNames: readonly BodyName[];
  terms: readonly Term[];
  /** The day of the conference that it came out of. */
  conferenceDay: string | null;
  /** The committee on its day; empty when nobody was entered yet. */
  members: readonly Member[];
  indicators: readonly IndicatorRow[];
  /** Those of the cited numbers that are known. */
  registered: readonly Registered[];
  /** The day of the oldest document in the register: what is older cannot be looked up. */
  registerSince: string | null;
};

export type Found = {
  place: CheckPlace;
  params?: Record<string, string | number>;
  fix?: CheckFix | null;
  /** Where it is not that of the rule. */
  severity?: Severity;
};

export type Rule = { severity: Severity; find: (facts: CheckFacts) => Found[] };

/** The day by which the document is judged: its own, or today while it has none. */
export function dayOf({ document, today }: CheckFacts): string {
  return document.date ?? today;
}

export function replaceBy(text: string): CheckFix {
  return { kind: 'replace', text };
}

/** Where a whole field is meant, or what is missing in it. */
export function placeOfField({ document }: CheckFacts, field: CheckedField): CheckPlace {
  const value = field === 'body' ? '' : document[field];
  return { field, index: 0, part: 0, from: 0, to: typeof value === 'string' ? value.length : 0 };
}

type Look = (match: RegExpExecArray, passage: Passage, facts: CheckFacts) => Partial<Found> | null;

/**
 * A rule that is one pattern: `look` says what to tell of a match, null to let it pass. Without a place of its own the
 * match itself is meant.
 */
export function patternRule(severity: Severity, pattern: RegExp, look: Look): Rule {
  return {
    severity,
    find: (facts) =>
      facts.passages.flatMap((passage) =>
        [...passage.text.matchAll(pattern)].flatMap((match): Found[] => {
          const found = look(match, passage, facts);
          const place = placeIn(passage, match.index, match.index + match[0].length);
          return found ? [{ place, ...found }] : [];
        }),
      ),
  };
}
