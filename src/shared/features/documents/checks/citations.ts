import { showDate } from '../../../text/dates.ts';
import { fold } from '../../../text/fold.ts';
import { issuerLines, issuers, regimeOf } from '../../organisation/issuers.ts';
import type { DocumentFields } from '../schema.ts';
import { documentTypes, typeName, typeOf, typeSymbol } from '../types.ts';
import { datesIn } from './dates.ts';
import { type Passage, passagesOf, placeIn } from './passages.ts';
import { type CheckFacts, dayOf, type Found, patternRule, type Rule, replaceBy } from './rule.ts';

const codePattern =
  /(?<![\p{L}\p{N}/.-])(\d{1,5})([-/])(\p{Lu}\p{L}{0,3})([-/])(\p{Lu}{2,12})(?![\p{L}\p{N}]|-\p{L})/gu;

type CitedCode = {
  /** "12-NQ/ĐU" */
  code: string;
  number: string;
  type: string;
  body: string;
  from: number;
  to: number;
};

function codesIn(text: string): CitedCode[] {
  return [...text.matchAll(codePattern)].map((match) => ({
    code: match[0],
    number: match[1] ?? '',
    type: match[3] ?? '',
    body: match[5] ?? '',
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** Every code that a document cites, once: to look up in the register. */
export function citedCodes(document: DocumentFields): string[] {
  return [...new Set(passagesOf(document).flatMap(({ text }) => codesIn(text).map(({ code }) => code)))];
}

const stateBodies: ReadonlySet<string> = new Set(['HĐND', 'UBND', 'CP', 'TTG', 'QH']);
const partyBodies: ReadonlySet<string> = new Set([
  ...[
    'TW',
    'TU',
    'HU',
    'ĐU',
    'ĐUK',
    'ĐH',
    'CB',
    'VPTW',
    'VPTU',
    'VPĐU',
    'UBKTTW',
    'UBKTTU',
    'UBKTĐU',
    'BTGTU',
  ],
]);

/** By what is written in its stead: "QĐi" and "QyĐ" for the "QĐ" of the Party. */
const rightSymbols = new Map(
  documentTypes.flatMap((type) =>
    typeOf(type).wrongSymbols.map((wrong) => [wrong, typeSymbol(type, 'party')] as const),
  ),
);

/**
 * Domain 2.1, 2.3, 2.4: hyphen then slash for the Party, slash then hyphen for the state; a number below ten with a zero;
 * "QĐ" for a quy định of the Party, never "QĐi".
 */
export const symbolForm = patternRule('fault', codePattern, (match) => {
  const [whole, number = '', first = '', type = '', second = '', body = ''] = match;
  const isParty = partyBodies.has(body);
  if (!isParty && !stateBodies.has(body)) return null;
  const joiners = isParty ? ['-', '/'] : ['/', '-'];
  const rightType = (isParty && rightSymbols.get(type)) || type;
  const right = `${number.length === 1 ? `0${number}` : number}${joiners[0]}${rightType}${joiners[1]}${body}`;
  if (right === whole || (first === second && first === '/')) return null;
  return { params: { typed: whole, right }, fix: replaceBy(right) };
});

const typeWords = documentTypes
  .map((type) => ({ word: fold(typeName(type)), type }))
  .sort((a, b) => b.word.length - a.word.length);

/** The few words before a number, folded, with a blank on both ends; "số" left out. */
function wordsBefore(text: string, at: number): string {
  const words = text.slice(Math.max(0, at - 60), at).split(/\s+/u);
  const near = words.filter((word) => word !== '' && !/^số:?$/iu.test(word)).slice(-5);
  return ` ${fold(near.join(' '))} `;
}

/** "Nghị quyết số 05-KL/ĐU": the word before the number is another type than its symbol. */
export const typeOfSymbol: Rule = {
  severity: 'fault',
  find: ({ passages }) =>
    passages.flatMap((passage) =>
      codesIn(passage.text).flatMap((cited): Found[] => {
        const words = wordsBefore(passage.text, cited.from);
        const named = typeWords.filter(({ word }) => words.includes(` ${word} `));
        if (named.length === 0) return [];
        const isNamed = named.some(({ type }) =>
          [typeSymbol(type, 'party'), typeSymbol(type, 'state')].includes(cited.type),
        );
        const closest = named[0];
        // Only the name that stands right before the number is held against it.
        if (isNamed || !closest || !words.endsWith(` ${closest.word} `)) return [];
        const params = { code: cited.code, type: typeName(closest.type) };
        return [{ place: placeIn(passage, cited.from, cited.to), params }];
      }),
    ),
};

/** Domain 1.2 component 3: "Số 05-NQ/ĐU" and "số 17/NQ-HĐND" in a text: no colon. */
export const numberSign = patternRule('fault', /(số)\s*:\s*(?=\d{1,5}[-/])/giu, (match) => ({
  fix: replaceBy(`${match[1]} `),
}));

/** Domain 2.3: "Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026" in a Party document; the state writes no comma. */
export const citationComma: Rule = {
  severity: 'doubt',
  find: ({ passages, regime }) =>
    passages.flatMap((passage) =>
      codesIn(passage.text).flatMap(({ to }): Found[] => {
        const found = /^(\s*,)?\s*(?=ngày \d)/u.exec(passage.text.slice(to));
        if (!found || (found[1] !== undefined) === (regime === 'party')) return [];
        const right = regime === 'party' ? ', ' : ' ';
        return [{ place: placeIn(passage, to, to + found[0].length), fix: replaceBy(right) }];
      }),
    ),
};

/** What a document stands on cannot be younger than itself. */
export const citedLater: Rule = {
  severity: 'fault',
  find: (facts) => {
    const day = facts.document.date;
    if (day === null) return [];
    return facts.passages.flatMap((passage) =>
      codesIn(passage.text).flatMap(({ to }): Found[] => {
        const date = dateBehind(passage.text, to);
        if (!date?.iso || date.iso <= day) return [];
        const params = { cited: showDate(date.iso), date: showDate(day) };
        return [{ place: placeIn(passage, date.from, date.to), params }];
      }),
    );
  },
};

function dateBehind(text: string, to: number): { from: number; to: number; iso: string | null } | null {
  const rest = text.slice(to, to + 40);
  const [first] = datesIn(rest);
  if (!first || !/^[\s,]*(?:ngày\s+)?$/u.test(rest.slice(0, first.from))) return null;
  return { from: to + first.from, to: to + first.to, iso: first.iso };
}

/** A number of our own symbol that the register does not have. Older ones than the register cannot be looked up. */
export const unknownNumber: Rule = {
  severity: 'doubt',
  find: (facts) =>
    ownCitations(facts).flatMap(({ passage, cited, date }) => {
      const isKnown = facts.registered.some(({ code }) => code === cited.code);
      const isOlder = date !== null && facts.registerSince !== null && date < facts.registerSince;
      if (isKnown || isOlder) return [];
      return [{ place: placeIn(passage, cited.from, cited.to), params: { code: cited.code } }];
    }),
};

/** The register has that number, of another day. */
export const otherDateInRegister: Rule = {
  severity: 'fault',
  find: (facts) =>
    ownCitations(facts).flatMap(({ passage, cited, date }) => {
      const known = facts.registered.filter(({ code }) => code === cited.code);
      const [first] = known;
      if (date === null || !first || known.some((one) => one.date === date)) return [];
      // The same number of an earlier term that the register does not reach back to.
      if (facts.registerSince !== null && date < facts.registerSince) return [];
      const params = { code: cited.code, date: showDate(first.date) };
      return [{ place: placeIn(passage, cited.from, cited.to), params }];
    }),
};

type OwnCitation = { passage: Passage; cited: CitedCode; date: string | null };

const looked = new WeakMap<CheckFacts, OwnCitation[]>();

/** Two rules ask for them. */
function ownCitations(facts: CheckFacts): OwnCitation[] {
  const known = looked.get(facts) ?? findOwnCitations(facts);
  looked.set(facts, known);
  return known;
}

function findOwnCitations(facts: CheckFacts): OwnCitation[] {
  const names = [facts.name, ...facts.otherNames].filter((name) => name !== null);
  // The register of the Party office holds its own papers, not those of the council beside it.
  const ours = issuers.filter((issuer) => regimeOf(issuer) === 'party');
  const symbols = new Set(names.flatMap((name) => ours.map((issuer) => issuerLines(name, issuer).symbol)));
  const places = names.map(({ name }) => fold(name).replace(/^dang uy /u, ''));
  return facts.passages.flatMap((passage) =>
    codesIn(passage.text).flatMap((cited): OwnCitation[] => {
      // What is written the wrong way is told as such.
      if (!symbols.has(cited.body) || !/^\d{2,}-\p{L}+\//u.test(cited.code)) return [];
      const date = dateBehind(passage.text, cited.to);
      if (isOfOthers(passage.text.slice(date?.to ?? cited.to), places)) return [];
      return date?.iso === null || (date?.iso ?? '') > dayOf(facts)
        ? []
        : [{ passage, cited, date: date?.iso ?? null }];
    }),
  );
}

/** "của Đảng ủy xã Sơn Hà", "của Hội đồng nhân dân tỉnh": the same symbol, another body. */
function isOfOthers(rest: string, places: readonly string[]): boolean {
  const issuer = /^[\s,]*của ([^,.;:)]{1,120})/u.exec(rest)?.[1];
  if (!issuer) return false;
  const folded = fold(issuer);
  if (places.some((place) => folded.includes(place))) return false;
  if (/(?<!\p{L})(?:tinh|huyen|trung uong|thi xa|thanh pho|quan su|cong an)(?!\p{L})/u.test(folded))
    return true;
  return /(?:xã|phường|đặc khu)\s+\p{Lu}/u.test(issuer);
}
