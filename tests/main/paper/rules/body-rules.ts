import { firstLineMm, leastGapPt, sheet } from './guidelines.ts';
import { onFirst, thirdToHalf } from './head-rules.ts';
import {
  axisOf,
  centredFaults,
  endOf,
  faceFaults,
  isPlain,
  isWithin,
  type Line,
  lengthOf,
  linesOf,
  middleOf,
  type Paper,
  pitches,
  ptOf,
  type Rules,
  ruleBelow,
  type Verdict,
  wordsOf,
} from './paper.ts';

/** Component 5, the bases and the text itself (domain 1.1, 1.2, 2.4). */
export const bodyRules: Rules = {
  'the type is bold, in capitals': (paper) =>
    ofTitles(paper, (name) => faceFaults(paper, name, paper.guideline.typeName, onFirst(paper))),

  'the type stands in the middle': (paper) =>
    ofTitles(paper, (name) => centredFaults(paper, name.toUpperCase(), onFirst(paper))),

  'the subject is bold': (paper) =>
    ofTitles(
      paper,
      (_, subject) => subject && faceFaults(paper, subject, paper.guideline.subject, onFirst(paper)),
    ),

  'the subject stands in the middle, below the type': (paper) =>
    ofTitles(paper, (name, subject) => {
      if (!subject) return null;
      const lines = linesOf(onFirst(paper), subject) ?? [];
      const type = linesOf(onFirst(paper), name)?.[0];
      const gap = ptOf((lines[0]?.yMm ?? 0) - (type?.yMm ?? 0));
      const faults = centredFaults(paper, subject, onFirst(paper));
      return type && (gap < 16 || gap > 24) ? [...faults, `${gap.toFixed(1)} pt below`] : faults;
    }),

  'the lines of the subject are 16 to 24 pt apart': (paper) =>
    ofTitles(paper, (_, subject) => {
      const lines = subject ? (linesOf(onFirst(paper), subject) ?? []) : [];
      return lines.length < 2
        ? null
        : pitches(lines)
            .filter((pitch) => !isWithin(pitch, [16, 24]))
            .map(String);
    }),

  'five hyphens, and no rule, stand below the subject': (paper) => {
    if (paper.guideline.underSubject !== 'hyphens') return null;
    return ofTitles(paper, () => {
      const hyphens = onFirst(paper).find((line) => /^-{3,}$/u.test(line.text.trim()));
      if (hyphens?.text.trim() !== '-----') return [`"${hyphens?.text}"`];
      const faults = faceFaults(paper, '-----', { sizePt: [14, 15], face: 'Regular' }, [hyphens]);
      if (Math.abs(middleOf(hyphens) - axisOf(paper, hyphens)) > 0.3) faults.push('not in the middle');
      const above = subjectEnd(paper);
      const gap = ptOf(hyphens.yMm - (above?.yMm ?? 0));
      if (above && !isWithin(gap, [10, 20])) faults.push(`${gap.toFixed(1)} pt below the subject`);
      if (above && ruleBelow(paper.first, above)) faults.push('a rule');
      return faults;
    });
  },

  'a rule of a third to a half of its line stands below the subject': (paper) => {
    if (paper.guideline.underSubject !== 'rule') return null;
    return ofTitles(paper, () => {
      const last = subjectEnd(paper);
      const rule = last && ruleBelow(paper.first, last);
      if (!last || !rule) return ['no rule'];
      const faults = thirdToHalf(lengthOf(rule), longestOfSubject(paper));
      const below = ptOf(rule.y1Mm - last.yMm);
      if (below < 4 || below > 9) faults.push(`${below.toFixed(1)} pt below the baseline`);
      if (Math.abs((rule.x1Mm + rule.x2Mm) / 2 - axisOf(paper, last)) > 0.3) faults.push('not in the middle');
      if (onFirst(paper).some((line) => /^-{3,}$/u.test(line.text.trim()))) faults.push('hyphens');
      return faults;
    });
  },

  'each basis is a line of its own with its dash and its face': (paper) => {
    const { bases, prefix } = { bases: paper.model.bases, prefix: paper.guideline.bases.prefix };
    if (bases.length === 0) return null;
    return bases.flatMap((basis) => {
      const [line] = linesOf(onFirst(paper), prefix + basis) ?? [];
      const starts = line && isWithin(line.xMm - leftOf(paper, line), firstLineMm, 0.2);
      const faults = faceFaults(paper, prefix + basis, paper.guideline.bases, onFirst(paper));
      return starts || !line ? faults : [...faults, 'does not begin with the first-line indent'];
    });
  },

  'bases end with their marks': ({ model: { bases, opening }, guideline }) => {
    if (bases.length === 0) return null;
    const { ends, lastBeforeOpening } = guideline.bases;
    return wrongEnds(bases, [ends[0], opening === null ? ends[1] : lastBeforeOpening]);
  },

  'the sentence that opens the text is bold and in the middle': (paper) =>
    paper.model.opening === null
      ? null
      : [
          ...faceFaults(paper, paper.model.opening, paper.guideline.opening, onFirst(paper)),
          ...centredFaults(paper, paper.model.opening, onFirst(paper)),
        ],

  'the text is regular, in its size': (paper) =>
    ofParagraphs(paper, (text) => faceFaults(paper, text, paper.guideline.body)),

  'the lines of a paragraph are exactly as far apart as the guideline lets them be, all the same': (
    paper,
  ) => {
    const all = ofLines(paper, (lines) => pitches(lines));
    if (all === null || all.length === 0) return null;
    const [first = 0] = all;
    return all
      .filter(
        (pitch) => !isWithin(pitch, paper.guideline.body.pitchPt, 0.05) || Math.abs(pitch - first) > 0.05,
      )
      .map((pitch) => `${pitch.toFixed(2)} pt`);
  },

  'the first line of a paragraph is indented by 10 mm, the others are not': (paper) =>
    ofLines(paper, (lines) =>
      lines.flatMap((line, i) => {
        const indent = line.xMm - leftOf(paper, line);
        const isRight = i === 0 ? isWithin(indent, firstLineMm, 0.2) : Math.abs(indent) < 0.2;
        return isRight ? [] : [`"${line.text}" begins at ${indent.toFixed(1)} mm`];
      }),
    ),

  'paragraphs are at least 6 pt apart': (paper) => {
    const paragraphs = paper.model.body
      .filter(isPlain)
      .flatMap((block) => (block.kind === 'table' ? [] : [linesOf(paper.lines, wordsOf(block)) ?? []]));
    const [pitch] = paragraphs.flatMap(pitches);
    if (pitch === undefined || paragraphs.length < 2) return null;
    return paragraphs.slice(1).flatMap((lines, i) => {
      const [above, below] = [paragraphs[i]?.at(-1), lines[0]];
      if (!above || !below || above.page !== below.page || below.yMm < above.yMm) return [];
      const gap = ptOf(below.yMm - above.yMm) - pitch;
      return gap >= leastGapPt - 0.05 ? [] : [`${gap.toFixed(1)} pt above "${below.text}"`];
    });
  },

  'a gap between paragraphs is never more than a line': (paper) => {
    const starts = paper.model.body.flatMap((block) =>
      isPlain(block) && block.kind !== 'table' ? [linesOf(paper.lines, wordsOf(block)) ?? []] : [],
    );
    return starts.slice(1).flatMap((lines, i) => {
      const [above, below] = [starts[i]?.at(-1), lines[0]];
      const isNext = above && below && paper.lines.indexOf(below) === paper.lines.indexOf(above) + 1;
      if (!isNext || above.page !== below.page) return [];
      const gap = ptOf(below.yMm - above.yMm);
      return gap < 34 ? [] : [`${gap.toFixed(1)} pt above "${below.text}"`];
    });
  },

  'lines are filled to the right margin, but for the last of a paragraph': (paper) =>
    ofLines(paper, (lines) =>
      lines
        .slice(0, -1)
        .filter((line) => Math.abs(endOf(line) - rightOf(paper, line)) > 0.6)
        .map((line) => `"${line.text}" ends at ${endOf(line).toFixed(1)} mm`),
    ),

  'headings of the first level are counted I-, bold, in capitals': (paper) =>
    headingsOf(paper, 1, /^[IVXLC]+- /u),
  'headings of the second level are counted 1., bold': (paper) => headingsOf(paper, 2, /^\d+\. /u),
  'headings of the third level are counted a), bold and italic': (paper) =>
    headingsOf(paper, 3, /^\p{Ll}+\) /u),

  'a heading begins with the first-line indent': (paper) => {
    const found = headings(paper).flatMap(({ lines }) => lines.slice(0, 1));
    if (found.length === 0) return null;
    return found
      .filter((line) => !isWithin(line.xMm - leftOf(paper, line), firstLineMm, 0.2))
      .map((line) => `"${line.text}"`);
  },

  'a heading is never the last line of a page': (paper) => {
    const found = headings(paper).flatMap(({ lines }) => lines.slice(-1));
    if (found.length === 0) return null;
    return found
      .filter((line) => !paper.lines.some((one) => one.page === line.page && one.yMm > line.yMm + 1))
      .map((line) => `"${line.text}"`);
  },
};

function ofTitles(
  paper: Paper,
  faults: (name: string, subject: string | null) => Verdict | '' | null,
): Verdict {
  const { typeName, subject } = paper.model;
  return typeName === null ? null : faults(typeName, subject) || null;
}

function subjectEnd(paper: Paper): Line | undefined {
  const { subject, typeName } = paper.model;
  return linesOf(onFirst(paper), subject ?? typeName ?? '')?.at(-1);
}

function longestOfSubject(paper: Paper): number {
  const { subject, typeName } = paper.model;
  return Math.max(...(linesOf(onFirst(paper), subject ?? typeName ?? '') ?? []).map((line) => line.widthMm));
}

export function wrongEnds(items: readonly string[], [each, last]: readonly [string, string]): string[] {
  return items.filter((item, i) => {
    const end = i === items.length - 1 ? last : each;
    return end === '' ? /[;,.]$/u.test(item) : !item.endsWith(end);
  });
}

function leftOf(paper: Paper, line: Line): number {
  return paper.model.meta.isTwoSided && line.page % 2 === 1 ? sheet.rightMm : sheet.leftMm;
}

function rightOf(paper: Paper, line: Line): number {
  const width = paper.pdf.pages[line.page]?.widthMm ?? 0;
  return width - (leftOf(paper, line) === sheet.leftMm ? sheet.rightMm : sheet.leftMm);
}

/** Paragraphs without faces or breaks of their own. */
function plainParagraphs(paper: Paper): string[] {
  return paper.model.body.flatMap((block) =>
    isPlain(block) && block.kind === 'paragraph' && block.runs.every((run) => 'text' in run)
      ? [wordsOf(block)]
      : [],
  );
}

function ofParagraphs(paper: Paper, faults: (text: string) => string[]): Verdict {
  const paragraphs = plainParagraphs(paper);
  return paragraphs.length === 0 ? null : paragraphs.flatMap(faults);
}

function ofLines<T>(paper: Paper, faults: (lines: readonly Line[]) => T[]): T[] | null {
  const found = plainParagraphs(paper).map((text) => linesOf(paper.lines, text) ?? []);
  return found.length === 0 ? null : found.flatMap(faults);
}

type Heading = { level: 1 | 2 | 3; text: string; lines: Line[] };

function headings(paper: Paper): Heading[] {
  return paper.model.body.flatMap((block) => {
    if (block.kind !== 'heading') return [];
    const face = paper.guideline.headings[block.level - 1];
    const text = face?.inCapitals ? wordsOf(block).toUpperCase() : wordsOf(block);
    return [{ level: block.level, text, lines: linesOf(paper.lines, text) ?? [] }];
  });
}

function headingsOf(paper: Paper, level: 1 | 2 | 3, form: RegExp): Verdict {
  const face = paper.guideline.headings[level - 1];
  const found = headings(paper).filter((one) => one.level === level);
  if (found.length === 0 || !face) return null;
  return found.flatMap(({ text }) => [...faceFaults(paper, text, face), ...(form.test(text) ? [] : [text])]);
}
