import { roman } from '../text/ordinals.ts';
import { type Block, type Body, bodyText, type Inline } from './body.ts';

/** Points go by the Vietnamese alphabet (NĐ 30 and Party practice: đ after d, no f, j, w, z). */
const points = 'abcdđeghiklmnopqrstuvxy';

export type ClauseLevel = 1 | 2 | 3;

/** Gives a heading of that level what stands before it: "I- ", "1. ", "a) ". */
export type ClauseNumbering = (level: ClauseLevel) => string;

/** Customary in resolutions and reports: I- / 1. / a); deeper counts start again below a higher heading. */
export function clauseNumbering(): ClauseNumbering {
  const count = counter();
  return (level) => clauseNumber(level, count(level)[level - 1] ?? 0);
}

/** "I- ", "1. ", "a) ": the n-th of its level, as it is printed. */
export function clauseNumber(level: ClauseLevel, count: number): string {
  return `${sign(level, count)}${level === 1 ? '- ' : level === 2 ? '. ' : ') '}`;
}

function sign(level: ClauseLevel, count: number): string {
  if (level === 1) return count <= 89 ? roman(count) : String(count);
  if (level === 2) return String(count);
  const letter = points[(count - 1) % points.length] ?? 'a';
  return letter.repeat(Math.ceil(count / points.length));
}

/** Counts on from heading to heading; what it gives is the place of the newest: [2, 1, 0] is "1." below "II-". */
function counter(): (level: ClauseLevel) => readonly number[] {
  const counts = [0, 0, 0];
  return (level) => {
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    return [...counts];
  };
}

/** What clauses are counted from: a heading, or the line with which an appendix begins (level 0). */
export type ClausePart = { at: number; level: ClauseLevel | 0; title: string; id: string | null };

export type Clause = {
  /** Where its heading is, as the part said. */
  at: number;
  id: string | null;
  level: ClauseLevel;
  /** "a) ": what stands before it. */
  number: string;
  /** "điểm a khoản 1 mục II": how it is cited. */
  label: string;
  title: string;
};

const levelNames: Record<ClauseLevel, string> = { 1: 'mục', 2: 'khoản', 3: 'điểm' };

/** The clauses in their order. A heading without words is not printed and does not count; each appendix begins anew. */
export function countClauses(parts: readonly ClausePart[]): Clause[] {
  const appendices = parts.filter(({ level }) => level === 0).length;
  let count = counter();
  let appendix = 0;
  return parts.flatMap(({ at, level, title, id }): Clause[] => {
    if (level === 0) {
      count = counter();
      appendix += 1;
      return [];
    }
    if (title.trim() === '') return [];
    const place = count(level);
    const names = ([3, 2, 1] as const).flatMap((one) => {
      const counted = place[one - 1] ?? 0;
      return counted > 0 ? [`${levelNames[one]} ${sign(one, counted)}`] : [];
    });
    if (appendix > 0) names.push(appendices > 1 ? `Phụ lục ${appendix}` : 'Phụ lục');
    const number = clauseNumber(level, place[level - 1] ?? 0);
    return [{ at, id, level, number, label: names.join(' '), title: title.replace(/\s+/gu, ' ').trim() }];
  });
}

/** The clauses of a text; `at` is the place of the block. */
export function clausesOf(body: Body): Clause[] {
  return countClauses(
    body.content.flatMap((block, at): ClausePart[] => {
      if (block.type === 'appendix') return [{ at, level: 0, title: block.attrs.title, id: null }];
      if (block.type !== 'heading') return [];
      const { level } = block.attrs;
      return [{ at, level, title: bodyText({ type: 'doc', content: [block] }), id: block.attrs.id ?? null }];
    }),
  );
}

/** The id of a clause that got none before its text was frozen: there its place says the same for ever. */
export function placeId(at: number): string {
  return `00000000-0000-8000-8000-${at.toString(16).padStart(12, '0')}`;
}

export type ClauseRef = Extract<Inline, { type: 'clauseRef' }>;
export type LiveText = Extract<Inline, { type: 'liveText' }>;
/** What stands in a text for words that follow something else. */
export type Chip = ClauseRef | LiveText;

/** All chips of a text, in their order. */
export function chipsOf(body: Body): Chip[] {
  const found: Chip[] = [];
  mapChips(body, (chip) => {
    found.push(chip);
    return chip;
  });
  return found;
}

/** The text with each chip replaced. */
export function mapChips(body: Body, change: (chip: Chip) => Chip): Body {
  return { ...body, content: body.content.map((block) => mapBlock(block, change)) };
}

function mapBlock(block: Block, change: (chip: Chip) => Chip): Block {
  const inlines = <T extends { content?: Inline[] | undefined }>(node: T): T =>
    node.content ? { ...node, content: node.content.map((one) => (isChip(one) ? change(one) : one)) } : node;
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlines(block);
    case 'bulletList':
      return {
        ...block,
        content: block.content.map((item) => ({ ...item, content: item.content.map(inlines) })),
      };
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({ ...cell, content: cell.content.map(inlines) })),
        })),
      };
    case 'indicatorTable':
    case 'appendix':
      return block;
  }
}

function isChip(node: Inline): node is Chip {
  return node.type === 'clauseRef' || node.type === 'liveText';
}
