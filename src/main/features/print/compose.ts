import { typeNames } from '#shared/features/documents/rules.ts';
import type { DocumentFields, DocumentRecord } from '#shared/features/documents/schema.ts';
import type { IndicatorRow } from '#shared/features/indicators/schema.ts';
import type { BodyName } from '#shared/features/organisation/schema.ts';
import type { DocumentModel, PrintHead, ProfileId } from '#shared/features/print/model.ts';
import { officialDate } from '#shared/text/dates.ts';
import { documentNumbering, printBlocks } from './blocks.ts';
import { type LayoutProfile, profileById, profileFor } from './profiles.ts';

/** What is put on paper: the record, or what is typed in the editor and not saved yet. */
export type PrintableDocument = DocumentFields & Pick<DocumentRecord, 'number' | 'code'>;

export type DocumentSources = {
  document: PrintableDocument;
  /** The organisation's names on the document's date. */
  name: BodyName;
  /** Everything that indicator tables of the body refer to. */
  indicators: readonly IndicatorRow[];
  /** The profile with which an issued document was printed; otherwise the one of its date. */
  profileId?: ProfileId;
  /** "Dự thảo lần n"; without it a draft only lacks its number, ready to be signed. */
  draftRound?: number;
  /** The year that a paper without a date is written in, "2026"; without it the year stays blank as well. */
  year?: string;
};

/** The pages of a Party document of any type, as plain data (layout: domain.md 1.1–1.5). */
export function composeDocument(sources: DocumentSources): DocumentModel {
  const { document, name, profileId } = sources;
  const profile = profileId ? profileById(profileId) : profileFor(document.date);
  const isLetter = document.type === 'CV';
  const typeName = typeNames[document.type];
  const { number, symbol } = numberOf(document, name);
  const numbered = [typeName, number === null ? '' : `${number}-${symbol}`, document.subject];
  return {
    kind: 'document',
    profile: profile.id,
    meta: { title: numbered.filter(Boolean).join(' '), author: name.name, created: document.date },
    head: {
      ...headOf(name, document.date, sources.year),
      number,
      symbol,
      draft: sources.draftRound ? `Dự thảo lần ${sources.draftRound}` : null,
    },
    typeName: isLetter ? null : typeName.toUpperCase(),
    subject: document.subject || null,
    addressees: null,
    bases: endedItems(document.bases, basesEnds(profile, document.openingLine !== '')),
    opening: document.openingLine || null,
    body: printBlocks(document.body, documentNumbering(), {
      indicators: sources.indicators,
      superiorLevel: name.superiorLevel,
    }),
    recipients: endedItems(document.recipients, profile.recipients),
    signature: {
      authority: document.authority,
      title: document.signerTitle || null,
      name: document.signerName,
    },
  };
}

/** The left and right head without its number: names and date. A missing date leaves room to write it by hand. */
export function headOf(name: BodyName, date: string | null, year?: string): PrintHead {
  return {
    parentLine: name.parentLine,
    issuingLine: name.issuingLine,
    number: null,
    symbol: null,
    placeName: name.placeName,
    dateText: date === null ? `ngày      tháng      năm ${year ?? '        '}` : officialDate(date),
    draft: null,
    urgency: null,
    circulation: null,
  };
}

/** An issued document prints the code that it was given, whatever the organisation's symbol is today. */
function numberOf(document: PrintableDocument, name: BodyName): { number: string | null; symbol: string } {
  const dash = document.code.indexOf('-');
  if (document.number === null || dash < 1)
    return { number: null, symbol: `${document.type}/${name.symbol}` };
  return { number: document.code.slice(0, dash), symbol: document.code.slice(dash + 1) };
}

type Ends = { end: string; lastEnd: string };

function basesEnds(profile: LayoutProfile, hasOpening: boolean): Ends {
  const { end, lastEnd, lastEndBeforeOpening } = profile.bases;
  return { end, lastEnd: hasOpening ? lastEndBeforeOpening : lastEnd };
}

/** Items with the mark that the guideline puts after each and after the last, whichever way they were typed. */
export function endedItems(items: readonly string[], ends: Ends): string[] {
  return items.map((item, i) => {
    const bare = item.replace(/^[-–+]\s+/u, '').replace(/(?<!\.)[;,.]$/u, '');
    return `${bare.trimEnd()}${i === items.length - 1 ? ends.lastEnd : ends.end}`;
  });
}
