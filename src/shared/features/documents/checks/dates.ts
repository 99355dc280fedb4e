import { existingDate, isWeekend, officialDate, showDate, weekday, yearAfter } from '../../../text/dates.ts';
import { termOn } from '../../organisation/rules.ts';
import { patternRule, placeOfField, type Rule, replaceBy } from './rule.ts';

export type DateInText = { from: number; to: number; iso: string | null };

const datePattern =
  /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\d/-])/giu;

/** "ngày 05 tháng 9 năm 2026", "05/9/2026"; `iso` is null for a day that does not exist. */
export function datesIn(text: string): DateInText[] {
  return [...text.matchAll(datePattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    iso: existingDate(
      Number(match[3] ?? match[6]),
      Number(match[2] ?? match[5]),
      Number(match[1] ?? match[4]),
    ),
  }));
}

/** Domain 2.3: a number is counted within a term, so a day outside every term can have none. */
export const noTermOnDate: Rule = {
  severity: 'fault',
  find: (facts) => {
    const { document, terms } = facts;
    if (document.date === null || terms.length === 0) return [];
    const found = termOn({ terms: [...terms] }, document.date);
    return found ? [] : [{ place: placeOfField(facts, 'date'), params: { date: showDate(document.date) } }];
  },
};

/** A typing slip in the year. */
export const dateFarAhead: Rule = {
  severity: 'fault',
  find: (facts) => {
    const { document, today } = facts;
    if (document.date === null || document.date <= yearAfter(today)) return [];
    return [{ place: placeOfField(facts, 'date'), params: { date: showDate(document.date) } }];
  },
};

/** Offices do not issue on a weekend (domain 5.3: deadlines move to Monday). */
export const dateOnWeekend: Rule = {
  severity: 'doubt',
  find: (facts) => {
    const { date } = facts.document;
    if (date === null || !isWeekend(date)) return [];
    return [{ place: placeOfField(facts, 'date'), params: { day: weekday(date), date: showDate(date) } }];
  },
};

/** What a conference passed cannot be older than the conference. */
export const dateBeforeConference: Rule = {
  severity: 'fault',
  find: (facts) => {
    const { document, conferenceDay } = facts;
    if (document.date === null || conferenceDay === null || document.date >= conferenceDay) return [];
    const params = { date: showDate(document.date), conference: showDate(conferenceDay) };
    return [{ place: placeOfField(facts, 'date'), params }];
  },
};

export const effectiveBeforeDate: Rule = {
  severity: 'doubt',
  find: (facts) => {
    const { date, effectiveFrom } = facts.document;
    if (date === null || effectiveFrom === null || effectiveFrom >= date) return [];
    const params = { from: showDate(effectiveFrom), date: showDate(date) };
    return [{ place: placeOfField(facts, 'effectiveFrom'), params }];
  },
};

/** "31/9/2026" */
export const impossibleDate = patternRule('fault', datePattern, (match) =>
  datesIn(match[0])[0]?.iso === null ? {} : null,
);

/** Component 4 of HD 36 and HD 05, and NĐ 30: a day below 10 and the months 1, 2 with a zero, months 3–9 without. */
export const dateForm = patternRule('doubt', /ngày \d{1,2} tháng \d{1,2} năm \d{4}/giu, (match) => {
  const iso = datesIn(match[0])[0]?.iso;
  if (!iso) return null;
  const right = officialDate(iso);
  if (right === match[0].toLowerCase()) return null;
  return { fix: replaceBy(match[0].charAt(0) + right.slice(1)), params: { right } };
});
