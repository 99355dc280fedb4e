import { indicatorTables } from '#main/features/indicators/index.ts';
import { withArticleTitles } from '#main/paper/article-titles.ts';
import { type BlockSources, type ChipWords, documentNumbering, printBlocks } from '#main/paper/blocks.ts';
import { type Ends, endedItems } from '#main/paper/ended-items.ts';
import { headOf } from '#main/paper/head.ts';
import { builtInProfiles, profileOn } from '#main/paper/profiles.ts';
import { documentCode, symbolPart } from '#shared/features/documents/numbers.ts';
import type { Circulation, Urgency } from '#shared/features/documents/records.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import { isLetter, typeName, typeOf } from '#shared/features/documents/types.ts';
import type { IndicatorRow } from '#shared/features/indicators/schema.ts';
import { issuerLines, regimeOf } from '#shared/features/organisation/issuers.ts';
import type { BodyName } from '#shared/features/organisation/schema.ts';
import type { DocumentModel, PrintSignature } from '#shared/paper/model.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import { appendixReference, composeAppendices, splitAppendices } from './appendices.ts';

/** What is put on paper: the record, or what is typed in the editor and not saved yet. */
export type PrintableDocument = DocumentFields & { number: number | null };

export type DocumentSources = {
  document: PrintableDocument;
  /** The organisation's names on the document's date. */
  name: BodyName;
  /** Everything that indicator tables of the body refer to. */
  indicators: readonly IndicatorRow[];
  /** How citations and sentences from the records read now. */
  words?: ChipWords;
  /** The layout; without it the built-in one of the document's date. */
  profile?: LayoutProfile;
  /** The year that a paper without a date is written in, "2026"; without it the year stays blank as well. */
  year?: string;
};

/** Component 10. */
const urgencyWords: Record<Urgency, string | null> = {
  none: null,
  urgent: 'KHẨN',
  veryUrgent: 'THƯỢNG KHẨN',
  express: 'HỎA TỐC',
};

/** Component 11a. */
const circulationWords: Record<Circulation, string | null> = {
  none: null,
  conference: 'TÀI LIỆU HỘI NGHỊ',
  internal: 'LƯU HÀNH NỘI BỘ',
  returned: 'XONG HỘI NGHỊ TRẢ LẠI',
};

/** The pages of a document of any type, as plain data (layout: domain 1.1–1.5, 2.4). */
export function composeDocument(sources: DocumentSources): DocumentModel {
  const { document, name, year } = sources;
  const { type, number, date } = document;
  const regime = regimeOf(document.issuer);
  const profile = sources.profile ?? profileOn(builtInProfiles, regime, date);
  const lines = issuerLines(name, document.issuer);
  const coded = { type, regime, bodySymbol: lines.symbol };
  const alsoSigns = typeOf(type).alsoSigns[regime];
  const { main, parts } = splitAppendices(document.body);
  const blocks: BlockSources = {
    table: indicatorTables(sources.indicators, name.superiorLevel),
    words: sources.words,
  };
  const numbered = [
    typeName(type),
    number === null ? '' : documentCode(number, coded, profile.head.number),
    document.subject,
  ];
  return {
    kind: 'document',
    profile,
    meta: { title: numbered.filter(Boolean).join(' '), author: name.name, created: date },
    head: {
      ...headOf({ ...lines, placeName: name.placeName }, date, year),
      number: number === null ? null : twoDigits(number),
      symbol: symbolPart(coded, profile.head.number),
      // Only what is not issued yet is a draft.
      draft: number === null && document.draftRound ? `Dự thảo lần ${document.draftRound}` : null,
      urgency: urgencyWords[document.urgency],
      circulation: circulationWords[document.circulation],
    },
    typeName: isLetter(type) ? null : typeName(type).toUpperCase(),
    subject: subjectOf(document, profile),
    addressees: addresseesOf(document, profile),
    bases: endedItems(document.bases, basesEnds(profile, document.openingLine !== '')),
    opening: document.openingLine || null,
    body: withArticleTitles(printBlocks(main, documentNumbering(), blocks)),
    recipients: endedItems(document.recipients, profile.recipients),
    signature: signatureOf(document),
    // Minutes have two signatures (domain 1.6); the name of who wrote them is in no field, and written by hand.
    ...(alsoSigns && { recorder: { authority: alsoSigns, title: null, name: '' } }),
    ...(parts.length > 0 && {
      appendices: composeAppendices(
        parts,
        profile.appendix.label,
        appendixReference(document, name, profile, year),
        blocks,
      ),
    }),
  };
}

/** Of a letter it begins with the words of the guideline, "về việc" or "V/v", whichever way it was typed. */
function subjectOf({ type, subject }: DocumentFields, profile: LayoutProfile): string | null {
  if (!isLetter(type)) return subject || null;
  return subject.replace(/^(?:về việc|v\/v:?)(?=\s)/iu, profile.head.letterSubject.lead) || null;
}

function addresseesOf(
  { type, addressees }: DocumentFields,
  profile: LayoutProfile,
): DocumentModel['addressees'] {
  if (addressees.length === 0) return null;
  const { text, submissionText } = profile.addressees;
  return {
    label: typeOf(type).addressed === 'superior' ? submissionText : text,
    names: addressees.length > 1 ? endedItems(addressees, profile.addressees) : addressees,
  };
}

function signatureOf({ authority, signerTitle, signerName }: DocumentFields): PrintSignature {
  return { authority, title: signerTitle || null, name: signerName };
}

function basesEnds(profile: LayoutProfile, hasOpening: boolean): Ends {
  const { end, lastEnd, lastEndBeforeOpening } = profile.bases;
  return { end, lastEnd: hasOpening ? lastEndBeforeOpening : lastEnd };
}
