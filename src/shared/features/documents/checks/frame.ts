import { needsRecipients } from '../rules.ts';
import { typeOf } from '../types.ts';
import { passagesOf, placeIn } from './passages.ts';
import { type CheckFacts, patternRule, placeOfField, type Rule, replaceBy } from './rule.ts';

/** Domain 2.2 and practice: what the document stands on, in the list or in its first sentences. */
export const noBases: Rule = {
  severity: 'fault',
  find: (facts) => {
    const { type, bases } = facts.document;
    const { withoutBases } = typeOf(type);
    if (bases.length > 0 || !withoutBases || beginsWithBasis(facts)) return [];
    return [{ place: placeOfField(facts, 'bases'), severity: withoutBases }];
  },
};

function beginsWithBasis({ passages }: CheckFacts): boolean {
  return passages
    .filter(({ field }) => field === 'body')
    .slice(0, 3)
    .some(({ text }) => /^\s*(?:-\s*)?(?:căn cứ|thực hiện|theo)\s/iu.test(text));
}

/** Domain 1.2 component 9. */
export const noRecipients: Rule = {
  severity: 'fault',
  find: (facts) =>
    facts.document.recipients.length > 0 || !needsRecipients(facts.document.type)
      ? []
      : [{ place: placeOfField(facts, 'recipients') }],
};

/** Domain 1.2 component 9b, 2.4: "Lưu Văn phòng Đảng ủy", of the state "Lưu: VT". */
export const noArchiveLine: Rule = {
  severity: 'fault',
  find: (facts) => {
    const { recipients } = facts.document;
    if (recipients.length === 0 || recipients.some((one) => /^(?:-\s*)?lưu(?=[\s:])/iu.test(one))) return [];
    const text = facts.regime === 'state' ? 'Lưu: VT' : 'Lưu Văn phòng Đảng ủy';
    return [{ place: placeOfField(facts, 'recipients'), fix: { kind: 'append', text } }];
  },
};

/** The subject that the program starts a document with ends in "…". */
export const subjectUnfinished: Rule = {
  severity: 'fault',
  find: (facts) =>
    /(?:…|\.{3})\s*$/u.test(facts.document.subject) ? [{ place: placeOfField(facts, 'subject') }] : [],
};

/** Domain 1.2 component 5c: "về việc …", not "V/v" (the state writes it in its letters). */
export const subjectAbbreviated: Rule = {
  severity: 'fault',
  find: (facts) => {
    const found = facts.regime === 'party' && /^\s*v\/v:?\s*/iu.exec(facts.document.subject);
    if (!found) return [];
    return [
      { place: { ...placeOfField(facts, 'subject'), to: found[0].length }, fix: replaceBy('về việc ') },
    ];
  },
};

/** A place that was left to be filled in: a row of dots, "____", "(…)". "v.v..." and "…" at the end of a sentence are none. */
export const openPlace = patternRule(
  'doubt',
  /[.…]{4,}|…{2,}|_{3,}|[([{]\s*(?:…|\.{3})\s*[)\]}]|(?<=\s)(?:…|\.{3})(?=\s+\p{Ll})/gu,
  (_, { field }) => (field === 'subject' ? null : {}),
);

/** HD 05: a Party document ends with "." only (domain 1.2, component 6). */
export const endMark: Rule = {
  severity: 'fault',
  find: ({ document, profileId }) => {
    if (profileId !== 'hd05') return [];
    const last = passagesOf(document).findLast(({ field, text }) => field === 'body' && text.trim() !== '');
    const found = last && /\.\s*\/\s*\.?\s*$/u.exec(last.text);
    if (!last || !found) return [];
    return [{ place: placeIn(last, found.index, last.text.length), fix: replaceBy('.') }];
  },
};
