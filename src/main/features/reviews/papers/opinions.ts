import type { Reading } from '#main/db/open.ts';
import { readVersions } from '#main/features/documents/index.ts';
import { getOrganisation, requireName } from '#main/features/organisation/index.ts';
import { textBlock } from '#main/paper/blocks.ts';
import { headOf } from '#main/paper/head.ts';
import { landscape } from '#main/paper/landscape.ts';
import { profileOn } from '#main/paper/profiles.ts';
import { listProfiles } from '#main/paper/profiles-repository.ts';
import { AppError } from '#shared/errors.ts';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { issuerLines, regimeOf } from '#shared/features/organisation/issuers.ts';
import type { Opinion, PinnedField } from '#shared/features/reviews/schema.ts';
import type { DocumentModel, PrintBlock, PrintCell, PrintColumn, PrintRun } from '#shared/paper/model.ts';
import { showDate } from '#shared/text/dates.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import { opinionsOn } from '../opinions.ts';

/** Nobody in particular asks: what a person may do is not printed. */
const reader = { id: '', name: '', roles: [] };

/**
 * The table that goes with a draft when it is put forward: what was said, by whom, of which clause, and what became of it.
 * @throws AppError NOT_FOUND
 */
export async function opinionsToPrint(
  store: Reading,
  documentId: string,
  today: string,
): Promise<DocumentModel> {
  const { db } = store;
  const versions = await readVersions(store, documentId, []);
  if (!versions) throw new AppError('NOT_FOUND');
  const document = versions.now;
  const { opinions } = await opinionsOn(store, documentId, { actor: reader });
  const organisation = await getOrganisation(db);
  const date = document.date ?? organisation.names.at(-1)?.validFrom ?? today;
  const name = requireName(organisation, date);
  const subject = `đối với ${calledAs(document)}`;
  return {
    kind: 'document',
    profile: landscape(profileOn(await listProfiles(db), regimeOf(document.issuer), document.date)),
    meta: {
      title: `Bảng tổng hợp, tiếp thu, giải trình ý kiến ${subject}`,
      author: name.name,
      created: null,
    },
    head: {
      ...headOf({ ...issuerLines(name, document.issuer), placeName: name.placeName }, null),
      dateText: null,
    },
    typeName: 'BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN',
    subject,
    addressees: null,
    bases: [],
    opening: null,
    body: [...table(opinions), textBlock(sums(opinions))],
    recipients: [],
    signature: null,
  };
}

/** "dự thảo lần 2 Nghị quyết về …", "Nghị quyết số 12-NQ/ĐU về …". */
function calledAs({ type, status, number, code, draftRound, subject }: DocumentRecord): string {
  const name = typeName(type);
  if (status !== 'draft') return `${name}${number === null ? '' : ` số ${code}`} ${subject}`;
  return `dự thảo ${draftRound === null ? '' : `lần ${draftRound} `}${name} ${subject}`;
}

const columns: PrintColumn[] = [
  { header: 'TT', align: 'center', flexible: false, widthMm: 12 },
  { header: 'Người góp ý', align: 'left', flexible: false, widthMm: 42 },
  { header: 'Nội dung góp ý (điều khoản)', align: 'left', flexible: true },
  { header: 'Tiếp thu, giải trình', align: 'left', flexible: false, widthMm: 84 },
];

function table(opinions: readonly Opinion[]): PrintBlock[] {
  if (opinions.length === 0) return [];
  return [{ kind: 'table', caption: null, columns, rows: opinions.flatMap(rowsOf) }];
}

/** A row is never split, so none may be higher than a page: what is longer goes on in the next row. */
function rowsOf(opinion: Opinion, index: number): PrintCell[][] {
  const content = pieces(`${kindWords[opinion.kind]}${opinion.text}${proposal(opinion)}`);
  const answer = opinion.settled ? pieces(opinion.settled.reason) : [];
  return Array.from({ length: Math.max(content.length, answer.length, 1) }, (_, i): PrintCell[] => [
    i === 0 ? String(index + 1) : '',
    i === 0 ? giver(opinion) : '',
    [...(i === 0 ? placeRuns(opinion) : []), ...lines(content[i] ?? '')],
    [...(i === 0 ? outcomeRuns(opinion, answer.length > 0) : []), ...lines(answer[i] ?? '')],
  ]);
}

const kindWords: Record<Opinion['kind'], string> = {
  remark: '',
  change: 'Đề nghị sửa: ',
  question: 'Câu hỏi: ',
};

const fieldWords: Record<PinnedField, string> = {
  document: 'Toàn văn bản',
  subject: 'Trích yếu',
  addressees: 'Kính gửi',
  bases: 'Căn cứ',
  openingLine: 'Câu mở đầu',
  body: 'Nội dung',
  recipients: 'Nơi nhận',
  signature: 'Phần ký',
};

function proposal({ proposed }: Opinion): string {
  return proposed === null ? '' : `\nĐề nghị ghi: “${proposed}”.`;
}

function giver({ actorName, at, draftRound }: Opinion): PrintRun[] {
  const lines = [day(at), ...(draftRound === null ? [] : [`dự thảo lần ${draftRound}`])];
  return [
    { text: actorName },
    ...lines.flatMap((text): PrintRun[] => [{ break: true }, { text, italic: true }]),
  ];
}

/** The clause and the words, to be found by; the whole paragraph would say no more. */
function placeRuns({ field, clause, quote, standing }: Opinion): PrintRun[] {
  const place = clause === '' ? fieldWords[field] : clause.charAt(0).toUpperCase() + clause.slice(1);
  const isGone = standing.state === 'removed' ? ' (đoạn này đã bỏ)' : '';
  const words = field === 'body' && quote !== '' ? ` “${shortened(quote)}”` : '';
  return [{ text: `${place}${isGone}:`, bold: true }, { text: words, italic: true }, { break: true }];
}

function outcomeRuns({ settled }: Opinion, hasReason: boolean): PrintRun[] {
  if (!settled) return [{ text: 'Chưa giải quyết', italic: true }];
  const { outcome, at, draftRound } = settled;
  const round = draftRound === null ? '' : `, dự thảo lần ${draftRound}`;
  return [
    { text: outcome === 'accepted' ? 'Tiếp thu' : 'Giải trình', bold: true },
    { text: ` (${day(at)}${round})${hasReason ? ': ' : '.'}` },
  ];
}

/** The day on the clock of the office. */
function day(instant: string): string {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return showDate(`${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`);
}

const quoteLetters = 200;

/** What is no text in a paragraph has no letters to show. */
function shortened(quote: string): string {
  const text = quote.replaceAll('\ufffc', '…').replace(/\s+/gu, ' ').trim();
  return text.length <= quoteLetters ? text : `${text.slice(0, quoteLetters).trimEnd()}…`;
}

const rowLetters = 900;

/** At blanks where there are some. */
function pieces(text: string): string[] {
  const result: string[] = [];
  let rest = text;
  while (rest.length > rowLetters) {
    const blank = rest.slice(0, rowLetters).search(/\s\S*$/u);
    const cut = blank > rowLetters / 2 ? blank : rowLetters;
    result.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' ? result : [...result, rest];
}

function lines(text: string): PrintRun[] {
  return text
    .split('\n')
    .flatMap((line, i): PrintRun[] => (i === 0 ? [{ text: line }] : [{ break: true }, { text: line }]));
}

/** "Cộng 12 ý kiến: tiếp thu 08, giải trình 03, chưa giải quyết 01." */
function sums(opinions: readonly Opinion[]): string {
  if (opinions.length === 0) return 'Chưa có ý kiến nào.';
  const count = (outcome: string | null) =>
    twoDigits(opinions.filter(({ settled }) => (settled?.outcome ?? null) === outcome).length);
  return `Cộng ${twoDigits(opinions.length)} ý kiến: tiếp thu ${count('accepted')}, giải trình ${count('explained')}, chưa giải quyết ${count(null)}.`;
}
