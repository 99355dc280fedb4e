import { textBlock } from '#main/paper/blocks.ts';
import { headOf } from '#main/paper/head.ts';
import type { ToldChange } from '#shared/features/journal/history.ts';
import { type Issuer, issuerLines } from '#shared/features/organisation/issuers.ts';
import type { BodyName } from '#shared/features/organisation/schema.ts';
import type { DocumentModel, PrintCell, PrintColumn, PrintTable } from '#shared/paper/model.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { twoDigits } from '#shared/text/quantities.ts';

export type HistorySources = {
  /** "Nghị quyết 12-NQ/ĐU, ngày 24/12/2021" */
  document: string;
  subject: string;
  issuer: Issuer;
  /** Oldest first. */
  changes: readonly ToldChange[];
  /** The newest hash of the journal, how many changes it seals, and what the check says. */
  seal: { head: string; changeSets: string; found: string };
  /** The organisation's names on the day of printing. */
  name: BodyName;
  profile: LayoutProfile;
  today: string;
};

/** Everything that was done with a document, in a table by time; nobody signs it, the seal of the journal stands for it. */
export function composeHistory(sources: HistorySources): DocumentModel {
  const { document, subject, issuer, changes, seal, name, profile, today } = sources;
  const lines = issuerLines(name, issuer);
  return {
    kind: 'document',
    profile: { ...profile, table: { ...profile.table, sizesPt: [11] } },
    meta: { title: `Lịch sử ${document} ${subject}`, author: name.name, created: today },
    head: headOf({ ...lines, placeName: name.placeName }, today),
    typeName: 'LỊCH SỬ VĂN BẢN',
    subject: `${document}\n${subject}`,
    addressees: null,
    bases: [],
    opening: null,
    body: [
      table(changes),
      textBlock(`Cộng ${twoDigits(changes.length)} lần thay đổi, trích từ nhật ký của sổ.`),
      textBlock(`Kiểm tra sổ khi lập bản này: ${seal.found}`),
      textBlock(`Mã niêm phong của nhật ký, sau lần thay đổi thứ ${seal.changeSets}: ${grouped(seal.head)}.`),
    ],
    recipients: [],
    signature: null,
  };
}

/** Of the 165 mm between the margins. */
const columns: PrintColumn[] = [
  { header: 'Thời gian', align: 'left', flexible: false, widthMm: 24 },
  { header: 'Người thực hiện', align: 'left', flexible: false, widthMm: 30 },
  { header: 'Việc đã làm', align: 'left', flexible: true },
];

function table(changes: readonly ToldChange[]): PrintTable {
  return { kind: 'table', caption: null, columns, rows: changes.flatMap(rowsOf) };
}

/** A row is never split, so none may be higher than a page: what is longer goes on in the next one. */
const rowLetters = 1_200;
const rowLines = 12;

function rowsOf({ when, who, what, details }: ToldChange): PrintCell[][] {
  const [first = [], ...more] = parts(details);
  const [day = '', clock = ''] = when.split(' ');
  return [
    [[{ text: day }, { break: true }, { text: clock }], who, [{ text: what, bold: true }, ...lines(first)]],
    ...more.map((part): PrintCell[] => ['', '', lines(part).slice(1)]),
  ];
}

function parts(details: readonly string[]): string[][] {
  const made: string[][] = [];
  let letters = rowLetters;
  for (const detail of details) {
    const last = made.at(-1);
    letters += detail.length;
    if (last && letters <= rowLetters && last.length < rowLines) last.push(detail);
    else {
      made.push([detail]);
      letters = detail.length;
    }
  }
  return made;
}

function lines(details: readonly string[]): Exclude<PrintCell, string> {
  return details.flatMap((detail) => [{ break: true } as const, { text: detail }]);
}

/** So that it can be read out and breaks where a line ends. */
function grouped(hash: string): string {
  return hash.replace(/.{16}(?=.)/gu, '$& ');
}
