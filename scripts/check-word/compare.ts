import type { WordModel } from '#main/paper/word/index.ts';
import type { PdfContent, PdfItem, PdfPage } from '../../tests/main/paper/support/pdf-reader.ts';

export type Finding = {
  pages: string;
  /** mm between the same words on both papers. */
  distances: Record<string, string>;
  faults: string[];
};

const mostMm = 2;

/** Our pages against those that LibreOffice makes of the DOCX file. */
export function comparePapers(ours: PdfContent, theirs: PdfContent, model: WordModel): Finding {
  const faults: string[] = [];
  const pages = `${theirs.pages.length}/${ours.pages.length}`;
  if (theirs.pages.length !== ours.pages.length) faults.push(`pages ${pages}`);
  const difference = firstDifference(letters(ours), letters(theirs));
  if (difference) faults.push(`text: ${difference}`);
  const distances: Record<string, string> = {};
  for (const { part, words, isLast } of landmarks(model)) {
    if (isLast && theirs.pages.length !== ours.pages.length) continue;
    const [our, their] = [ours, theirs].map((content) => place(content, words, isLast));
    if (!our || !their) {
      faults.push(`${part} not found`);
      continue;
    }
    const mm = Math.hypot(our.xMm - their.xMm, our.yMm - their.yMm);
    distances[part] = `${mm.toFixed(2)} mm`;
    if (mm > mostMm)
      faults.push(`${part} ${(their.xMm - our.xMm).toFixed(1)}/${(their.yMm - our.yMm).toFixed(1)} mm`);
  }
  return { pages, distances, faults };
}

type Landmark = { part: string; words: string; isLast: boolean };

function landmarks(model: WordModel): Landmark[] {
  if (model.kind === 'papers') return [];
  const { head, profile } = model;
  const first = (part: string, words: string | null | undefined) =>
    words ? [{ part, words: words.split('\n')[0] ?? '', isLast: false }] : [];
  const last = (part: string, words: string | null | undefined) =>
    words ? [{ part, words: words.split('\n')[0] ?? '', isLast: true }] : [];
  return [
    ...first('issuer', head.issuingLine.split(' ').slice(0, 3).join(' ')),
    ...first('title', profile.head.title.text),
    ...first('number', head.symbol && `${head.number ?? ''}${profile.head.number.joiner}${head.symbol}`),
    ...first('date', head.dateText),
    ...first('type', model.typeName),
    ...(model.kind === 'document'
      ? [
          ...last('recipients', model.recipients.length > 0 ? profile.recipients.label.text : null),
          ...last('signature', model.signature?.authority),
          ...last('signer', model.signature?.name),
        ]
      : [...last('recorder', model.recorder.name), ...last('chair', model.chair.name)]),
  ];
}

/** Where the words begin: on the first page from above, on the last from below. */
function place({ pages }: PdfContent, words: string, isLast: boolean): { xMm: number; yMm: number } | null {
  const wanted = bare(words);
  const lines = joined(isLast ? pages.at(-1) : pages[0]).map((line) => ({
    ...line,
    at: line.text.indexOf(wanted),
  }));
  const found = lines.filter(({ at }) => at >= 0);
  const line = isLast ? found.at(-1) : found[0];
  const start = line?.starts[line.at];
  return line && start !== undefined ? { xMm: start, yMm: line.yMm } : null;
}

type Line = { text: string; starts: number[]; yMm: number };

/** Lines without blanks, with the place of each letter: the two files space their letters in different pieces. */
function joined(page: PdfPage | undefined): Line[] {
  const lines: Line[] = [];
  for (const item of (page?.items ?? []).toSorted((a, b) => a.xMm - b.xMm)) {
    const line = lines.find(({ yMm }) => Math.abs(yMm - item.yMm) < 0.3) ?? {
      text: '',
      starts: [],
      yMm: item.yMm,
    };
    if (line.text === '') lines.push(line);
    for (const { letter, xMm } of spread(item)) {
      line.text += letter;
      line.starts.push(xMm);
    }
  }
  return lines.filter(({ text }) => text !== '').sort((a, b) => a.yMm - b.yMm);
}

/** The reader does not say where each letter of a piece is: evenly is near enough for its first one. */
function spread({ text, xMm, widthMm }: PdfItem): { letter: string; xMm: number }[] {
  const step = widthMm / Math.max(1, text.length);
  return text.split('').flatMap((letter, i) => {
    const kept = bare(letter);
    return kept === '' ? [] : [{ letter: kept, xMm: xMm + i * step }];
  });
}

function bare(text: string): string {
  return text.normalize('NFC').toUpperCase().replace(/\s/gu, '');
}

/** All letters but the page numbers, in an order that does not depend on how columns were written. */
function letters({ pages }: PdfContent): string {
  return pages
    .map((page, i) =>
      joined(i === 0 ? page : withoutNumber(page))
        .map(({ text }) => text)
        .join('\n'),
    )
    .join('\n');
}

function withoutNumber(page: PdfPage): PdfPage {
  return { ...page, items: page.items.filter(({ yMm }) => yMm > 16) };
}

/** Letter for letter, wherever lines and pages end. */
function firstDifference(ours: string, theirs: string): string | null {
  const [a, b] = [ours, theirs].map((text) => text.replaceAll('\n', ''));
  if (a === undefined || b === undefined || a === b) return null;
  let at = 0;
  while (a[at] === b[at]) at++;
  return `"${a.slice(at, at + 20)}" became "${b.slice(at, at + 20)}"`;
}
