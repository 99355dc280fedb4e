import type { DocumentModel, PrintBlock } from '#shared/paper/model.ts';
import type { PdfContent, PdfLine, PdfPage, PdfRule } from '../support/pdf-reader.ts';
import { type Face, type Guideline, guidelines, type Range, sheet } from './guidelines.ts';

/** A line with the page it stands on, counted from 0, and its text without blanks: looked through for every text. */
export type Line = PdfLine & { page: number; solid: string };

/** A printed document beside what it should say. */
export type Paper = {
  pdf: PdfContent;
  model: DocumentModel;
  guideline: Guideline;
  first: PdfPage;
  lines: readonly Line[];
  /** Pages before the first appendix. */
  mainPages: readonly PdfPage[];
};

/** What is wrong, in words; null where the document has nothing that the rule is about. */
export type Verdict = string[] | null;
export type Rules = Record<string, (paper: Paper) => Verdict>;

export function paperOf(pdf: PdfContent, model: DocumentModel): Paper {
  const guideline = guidelines[model.profile.id];
  const [first] = pdf.pages;
  if (!guideline || !first) throw new Error('no pages, or no guideline');
  const lines = pdf.pages.flatMap((page, i) =>
    page.lines.map((line) => ({ ...line, page: i, solid: solid(line.text) })),
  );
  const labels = (model.appendices ?? []).map(({ label }) => label);
  const start = labels[0] ? pdf.pages.findIndex((page) => page.lines[0]?.text === labels[0]) : -1;
  return {
    pdf,
    model,
    guideline,
    first,
    lines,
    mainPages: start < 0 ? pdf.pages : pdf.pages.slice(0, start),
  };
}

export const ptOf = (mm: number): number => (mm * 72) / 25.4;
export const middleOf = (line: Pick<PdfLine, 'xMm' | 'widthMm'>): number => line.xMm + line.widthMm / 2;
export const endOf = (line: Pick<PdfLine, 'xMm' | 'widthMm'>): number => line.xMm + line.widthMm;
export const isWithin = (value: number, [least, most]: Range, slack = 0): boolean =>
  value >= least - slack && value <= most + slack;

const solid = (text: string): string => text.replace(/\s+/gu, '');

/** The lines that make up a text, in the order of the file; other text in between (the number of a page) is passed over. */
export function linesOf(lines: readonly Line[], text: string): Line[] | null {
  const wanted = solid(text);
  for (let start = 0; start < lines.length; start++) {
    const found: Line[] = [];
    let said = '';
    for (let at = start; at < Math.min(lines.length, start + 80) && said.length < wanted.length; at++) {
      const line = lines[at] as Line;
      const longer = said + line.solid;
      if (wanted.startsWith(longer)) {
        said = longer;
        found.push(line);
      } else if (at === start) break;
    }
    if (said === wanted && found.length > 0) return found;
  }
  return null;
}

/** From each line to the next on the same page, pt. */
export function pitches(lines: readonly Line[]): number[] {
  return lines.slice(1).flatMap((line, i) => {
    const above = lines[i] as Line;
    return above.page === line.page ? [ptOf(line.yMm - above.yMm)] : [];
  });
}

/** Whether the text has a line close below it, in one piece or several. */
function isUnderlined(page: PdfPage, line: PdfLine): boolean {
  const close = page.rules.filter((rule) => {
    const below = ptOf(rule.y1Mm - line.yMm);
    return isLevel(rule) && below > 0.5 && below < 3.5 && rule.x2Mm > line.xMm && rule.x1Mm < endOf(line);
  });
  return close.reduce((sum, rule) => sum + lengthOf(rule), 0) > line.widthMm * 0.6;
}

export const lengthOf = (rule: PdfRule): number => Math.abs(rule.x2Mm - rule.x1Mm);
export const isLevel = (rule: PdfRule): boolean => Math.abs(rule.y1Mm - rule.y2Mm) < 0.05;

/** The rule below a line that is no underline: nearest first. */
export function ruleBelow(page: PdfPage, line: PdfLine): PdfRule | undefined {
  const distance = (rule: PdfRule) => ptOf(rule.y1Mm - line.yMm);
  return page.rules
    .filter((rule) => isLevel(rule) && distance(rule) > 0.5 && distance(rule) < 16)
    .filter((rule) => rule.x1Mm < endOf(line) && rule.x2Mm > line.xMm)
    .sort((a, b) => a.y1Mm - b.y1Mm)[0];
}

/** What is wrong with the face of a text; that it is missing, too. */
export function faceFaults(paper: Paper, text: string, face: Face, within = paper.lines): string[] {
  const wanted = face.inCapitals ? text.toUpperCase() : text;
  const lines = linesOf(within, wanted);
  if (!lines) return [`"${wanted}" is not there`];
  return lines.flatMap((line) => lineFaults(paper, line, face));
}

export function lineFaults(paper: Paper, line: Line, face: Face): string[] {
  const faults: string[] = [];
  for (const item of line.items.filter((one) => one.text.trim() !== '')) {
    if (item.fontName !== `Tinos-${face.face}`) faults.push(`"${item.text}" is set in ${item.fontName}`);
    if (!isWithin(item.sizePt, face.sizePt, 0.01)) faults.push(`"${item.text}" has ${item.sizePt} pt`);
  }
  const page = paper.pdf.pages[line.page] as PdfPage;
  if (isUnderlined(page, line) !== (face.isUnderlined ?? false)) faults.push(`"${line.text}": underline`);
  return faults;
}

/** The middle of the text area of the page that a line stands on. */
export function axisOf(paper: Paper, line: Line): number {
  const page = paper.pdf.pages[line.page] as PdfPage;
  const isBack = paper.model.meta.isTwoSided && line.page % 2 === 1;
  const left = isBack ? sheet.rightMm : sheet.leftMm;
  return left + (page.widthMm - sheet.leftMm - sheet.rightMm) / 2;
}

export function centredFaults(paper: Paper, text: string, within = paper.lines): string[] {
  const lines = linesOf(within, text) ?? [];
  return lines
    .filter((line) => Math.abs(middleOf(line) - axisOf(paper, line)) > 0.3)
    .map(
      (line) => `"${line.text}" is ${(middleOf(line) - axisOf(paper, line)).toFixed(1)} mm off the middle`,
    );
}

export function wordsOf(block: Exclude<PrintBlock, { kind: 'table' }>): string {
  return block.label + block.runs.map((run) => ('break' in run ? '\n' : run.text)).join('');
}

export const isPlain = (block: PrintBlock): boolean =>
  block.kind === 'paragraph' && block.runs.every((run) => 'break' in run || (!run.bold && !run.italic));
