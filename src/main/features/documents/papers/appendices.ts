import { withArticleTitles } from '#main/paper/article-titles.ts';
import { type BlockSources, documentNumbering, printBlocks } from '#main/paper/blocks.ts';
import { documentCode } from '#shared/features/documents/numbers.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { type Issuer, issuerLines, regimeOf } from '#shared/features/organisation/issuers.ts';
import type { BodyName } from '#shared/features/organisation/schema.ts';
import type { PrintAppendix } from '#shared/paper/model.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { officialDate } from '#shared/text/dates.ts';
import { roman } from '#shared/text/ordinals.ts';
import type { Block, Body } from '#shared/text-model/body.ts';
import type { PrintableDocument } from './document.ts';

type Part = { title: string; isLandscape: boolean; body: Body };

/** A body in its main text and what stands behind the signature: everything from the first appendix on. */
export function splitAppendices(body: Body): { main: Body; parts: Part[] } {
  const main: Block[] = [];
  const parts: Part[] = [];
  for (const block of body.content) {
    if (block.type === 'appendix') parts.push({ ...block.attrs, body: { type: 'doc', content: [] } });
    else (parts.at(-1)?.body.content ?? main).push(block);
  }
  return { main: { ...body, content: main }, parts };
}

/** Appendices with their heads; the headings of each are counted anew. */
export function composeAppendices(
  parts: readonly Part[],
  { text, numerals }: LayoutProfile['appendix']['label'],
  reference: string,
  blocks: BlockSources,
): PrintAppendix[] {
  return parts.map(({ title, isLandscape, body }, i) => {
    const count = numerals === 'roman' ? roman(i + 1) : i + 1;
    return {
      label: parts.length === 1 ? text : `${text} ${count}`,
      title: title || null,
      reference,
      isLandscape,
      body: withArticleTitles(printBlocks(body, documentNumbering(), blocks)),
    };
  });
}

/** "(Kèm theo Nghị quyết số 05-NQ/ĐU, ngày 24/12/2021 của …)", with room for what is written by hand. */
export function appendixReference(
  { type, number, date, issuer }: PrintableDocument,
  name: BodyName,
  profile: LayoutProfile,
  year?: string,
): string {
  const form = profile.head.number;
  const coded = { type, regime: regimeOf(issuer), bodySymbol: issuerLines(name, issuer).symbol };
  const code = `${number === null ? blank(form.blank.length) : ''}${documentCode(number, coded, form)}`;
  const { beforeDate, dateIn } = profile.appendix.reference;
  const day = dateIn === 'words' ? dateInWords(date, year) : dateInFigures(date, year);
  return `(Kèm theo ${typeName(type)} số ${code}${beforeDate}${day} của ${bodyInText(name, issuer)})`;
}

/** Blanks that no line ends at and that do not run together. */
function blank(length: number): string {
  return '\u00a0'.repeat(length);
}

function dateInWords(date: string | null, year?: string): string {
  return date === null
    ? `ngày${blank(6)}tháng${blank(6)}năm ${year ?? blank(8)}`
    : officialDate(date).replaceAll(' ', '\u00a0');
}

/** "ngày 05/9/2026": the zero goes by the rule of the date line. */
function dateInFigures(date: string | null, year?: string): string {
  if (date === null) return `ngày${blank(5)}/${blank(5)}/${year ?? blank(8)}`;
  const [, day, month, written] = /^ngày (\d+) tháng (\d+) năm (\d+)$/u.exec(officialDate(date)) ?? [];
  return `ngày ${day}/${month}/${written}`;
}

/** The body as it reads inside a sentence. */
function bodyInText(name: BodyName, issuer: Issuer): string {
  const place = name.name.replace(/^đảng (?:ủy|uỷ)\s+/iu, '');
  const bodies: Record<Issuer, string> = {
    committee: name.committeeName,
    standing: name.standingName,
    congress: `Đại hội Đảng bộ ${place}`,
    office: `Văn phòng ${name.name}`,
    inspection: `Ủy ban Kiểm tra ${name.name}`,
    cell: 'Chi bộ',
    council: `Hội đồng nhân dân ${place}`,
    government: `Ủy ban nhân dân ${place}`,
  };
  return bodies[issuer];
}
