import * as citations from './citations.ts';
import * as dates from './dates.ts';
import { figureDiffers } from './figures.ts';
import * as frame from './frame.ts';
import * as names from './names.ts';
import { type Passage, passagesOf } from './passages.ts';
import * as people from './people.ts';
import type { CheckFacts, Rule } from './rule.ts';
import { type CheckFinding, type CheckPlace, type CheckRule, checkRules } from './schema.ts';
import * as signs from './signs.ts';
import * as spacing from './spacing.ts';
import * as structure from './structure.ts';

const rules: Record<CheckRule, Rule> = {
  noBases: frame.noBases,
  noRecipients: frame.noRecipients,
  noArchiveLine: frame.noArchiveLine,
  subjectUnfinished: frame.subjectUnfinished,
  subjectAbbreviated: frame.subjectAbbreviated,
  openPlace: frame.openPlace,
  endMark: frame.endMark,
  noTermOnDate: dates.noTermOnDate,
  dateFarAhead: dates.dateFarAhead,
  dateOnWeekend: dates.dateOnWeekend,
  dateBeforeConference: dates.dateBeforeConference,
  effectiveBeforeDate: dates.effectiveBeforeDate,
  impossibleDate: dates.impossibleDate,
  dateForm: dates.dateForm,
  signerNotInOffice: people.signerNotInOffice,
  signerTitle: people.signerTitle,
  signerHonorific: people.signerHonorific,
  committeeByDeputy: people.committeeByDeputy,
  authoritySign: people.authoritySign,
  districtGone: names.districtGone,
  otherName: names.otherName,
  copiedType: names.copiedType,
  symbolForm: citations.symbolForm,
  typeOfSymbol: citations.typeOfSymbol,
  numberSign: citations.numberSign,
  citationComma: citations.citationComma,
  citedLater: citations.citedLater,
  unknownNumber: citations.unknownNumber,
  otherDateInRegister: citations.otherDateInRegister,
  figureDiffers,
  doubleSpace: spacing.doubleSpace,
  spaceBefore: spacing.spaceBefore,
  spaceAfter: spacing.spaceAfter,
  signTwice: spacing.signTwice,
  tightHyphen: spacing.tightHyphen,
  dashMixed: spacing.dashMixed,
  repeatedWord: spacing.repeatedWord,
  quotesMixed: signs.quotesMixed,
  unbalanced: signs.unbalanced,
  toneMixed: signs.toneMixed,
  hiddenSign: signs.hiddenSign,
  notInFont: signs.notInFont,
  legacyFont: signs.legacyFont,
  emptyHeading: structure.emptyHeading,
  typedNumber: structure.typedNumber,
  emptyHeaderCell: structure.emptyHeaderCell,
};

/**
 * What an office would point at before it signs: faults first, then doubts, each in the order of the paper. `off`: the
 * checks that the office does without.
 */
export function checkDocument(
  known: Omit<CheckFacts, 'passages'>,
  off: ReadonlySet<CheckRule> = new Set(),
): CheckFinding[] {
  const passages = passagesOf(known.document);
  const facts: CheckFacts = { ...known, passages };
  const order = new Map(passages.map((passage, i) => [keyOf(passage), i]));
  const words = new Map(passages.map((passage) => [keyOf(passage), passage.text]));
  const at = ({ place }: CheckFinding) => order.get(keyOf(place)) ?? -1;
  return checkRules
    .filter((rule) => !off.has(rule))
    .flatMap((rule) =>
      rules[rule].find(facts).map(
        ({ place, params = {}, fix = null, severity }): CheckFinding => ({
          rule,
          severity: severity ?? rules[rule].severity,
          place,
          ...wordsAt(words.get(keyOf(place)) ?? '', place),
          params,
          fix,
        }),
      ),
    )
    .sort(
      (a, b) =>
        Number(a.severity === 'doubt') - Number(b.severity === 'doubt') ||
        at(a) - at(b) ||
        a.place.from - b.place.from,
    );
}

const longestWords = 120;
const longestAround = 16;

/** The words with a few before and after them, all of whole words. */
function wordsAt(text: string, { from, to }: CheckPlace): Pick<CheckFinding, 'words' | 'before' | 'after'> {
  const words = text.slice(from, to);
  const lead = text.slice(0, from);
  const rest = text.slice(to);
  return {
    words: words.length <= longestWords ? words : `${words.slice(0, longestWords)}…`,
    before: lead.length <= longestAround ? lead : `…${lead.slice(-longestAround).replace(/^\S*\s/u, '')}`,
    after: rest.length <= longestAround ? rest : `${rest.slice(0, longestAround).replace(/\s\S*$/u, '')}…`,
  };
}

function keyOf({ field, index, part }: Passage | CheckPlace): string {
  return `${field} ${index} ${part}`;
}
