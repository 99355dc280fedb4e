import { wrongEnds } from './body-rules.ts';
import { sheet } from './guidelines.ts';
import { onFirst } from './head-rules.ts';
import {
  centredFaults,
  endOf,
  faceFaults,
  isWithin,
  type Line,
  lineFaults,
  linesOf,
  middleOf,
  type Paper,
  pitches,
  type Rules,
  type Verdict,
} from './paper.ts';

/** Components 7 and 9, addressees, appendices (domain 1.2, 1.3, 2.4). */
export const closingRules: Rules = {
  'addressees stand behind the words of the guideline, in their faces': (paper) => {
    const { addressees } = paper.model;
    if (addressees === null) return null;
    const { label, words, submissionWords, name } = paper.guideline.addressee;
    const isSubmission = /^TỜ TRÌNH$/iu.test(paper.model.typeName ?? '');
    const wanted = `${isSubmission ? submissionWords : words}:`;
    const dash = addressees.names.length > 1 ? '- ' : '';
    const first = onFirst(paper).find((line) => line.text.startsWith(wanted));
    if (!first) return [`no "${wanted}"`];
    const parts = first.items.map((item): Line => ({ ...first, ...item, items: [item] }));
    const [labels, others] = [true, false].map((isLabel) =>
      parts.filter((part) => wanted.includes(part.text.trim()) === isLabel),
    ) as [Line[], Line[]];
    const named = (text: string) => dash + text;
    const missing = addressees.names.filter(
      (one) => !linesOf([...others, ...onFirst(paper)], named(one)) && !first.text.endsWith(named(one)),
    );
    const rest = onFirst(paper).filter(
      (line) => line !== first && addressees.names.some((one) => line.text === named(one)),
    );
    return [
      ...missing.map((one) => `"${named(one)}" is not there`),
      ...labels.flatMap((part) => lineFaults(paper, part, label)),
      ...[...others, ...rest].flatMap((line) => lineFaults(paper, line, name)),
    ];
  },

  'several addressees stand below each other': (paper) => {
    const { addressees } = paper.model;
    if (!addressees || addressees.names.length < 2) return null;
    const lines = addressees.names.map((name) =>
      onFirst(paper).find((line) => line.text.includes(`- ${name}`)),
    );
    const label = onFirst(paper).find((line) => line.text.startsWith(addressees.label));
    const starts = lines.map(
      (line) => line?.items.find((item) => item.text.startsWith('- '))?.xMm ?? Number.NaN,
    );
    const faults = starts.every((x) => Math.abs(x - (starts[0] ?? 0)) < 0.2) ? [] : ['not under each other'];
    const isBelow = label !== undefined && (lines[0]?.yMm ?? 0) > label.yMm + 1;
    return isBelow === paper.guideline.addressee.startsBelow
      ? faults
      : [...faults, 'the first beside or below'];
  },

  'several addressees end with their marks': ({ model: { addressees }, guideline }) =>
    !addressees || addressees.names.length < 2 ? null : wrongEnds(addressees.names, guideline.addressee.ends),

  '"Nơi nhận:" stands at the left margin in its face': (paper) =>
    ofRecipients(paper, () => {
      const [label] = linesOf(paper.lines, 'Nơi nhận:') ?? [];
      const faults = faceFaults(paper, 'Nơi nhận:', paper.guideline.recipients.label);
      return label && Math.abs(label.xMm - leftEdge(paper, label)) > 0.3
        ? [...faults, 'not at the margin']
        : faults;
    }),

  'each recipient has its dash and its size, at the left margin': (paper) =>
    ofRecipients(paper, (items) =>
      items.flatMap((item) => {
        const [line] = linesOf(closingLines(paper), `- ${item}`) ?? [];
        const faults = faceFaults(paper, `- ${item}`, paper.guideline.recipients.item, closingLines(paper));
        return line && Math.abs(line.xMm - leftEdge(paper, line)) > 0.3
          ? [...faults, 'not at the margin']
          : faults;
      }),
    ),

  'recipients end with their marks': (paper) =>
    ofRecipients(paper, (items) => wrongEnds(items, paper.guideline.recipients.ends)),

  'recipients follow each other closely': (paper) =>
    ofRecipients(paper, (items) => {
      const lines = items.flatMap((item) => linesOf(closingLines(paper), `- ${item}`) ?? []);
      return pitches(lines)
        .filter((pitch) => !isWithin(pitch, paper.guideline.recipients.pitchPt))
        .map((pitch) => `${pitch.toFixed(1)} pt`);
    }),

  'recipients keep to the left half': (paper) =>
    ofRecipients(paper, (items) =>
      items
        .flatMap((item) => linesOf(closingLines(paper), `- ${item}`) ?? [])
        .filter((line) => endOf(line) - leftEdge(paper, line) > 82)
        .map((line) => `"${line.text}"`),
    ),

  'the authority is bold, in capitals': (paper) =>
    ofSignature(paper, ({ authority }) =>
      authority === ''
        ? null
        : faceFaults(paper, authority, paper.guideline.signature.authority, closingLines(paper)),
    ),

  'the title of who signs has the face of the guideline': (paper) =>
    ofSignature(paper, ({ title }) =>
      title === null ? null : faceFaults(paper, title, paper.guideline.signature.title, closingLines(paper)),
    ),

  'the name of who signs is bold, as it is written': (paper) =>
    ofSignature(paper, ({ name }) =>
      faceFaults(paper, name, paper.guideline.signature.name, closingLines(paper)),
    ),

  'the signature stands on the right, on one axis': (paper) =>
    ofSignature(paper, () => {
      const lines = signatureLines(paper);
      const axis = middleOf(lines[0] as Line) - leftEdge(paper, lines[0] as Line);
      const faults = lines.filter((line) => Math.abs(middleOf(line) - middleOf(lines[0] as Line)) > 0.3);
      return axis > 115 && axis < 135
        ? faults.map((line) => line.text)
        : [`its axis is at ${axis.toFixed(1)} mm`];
    }),

  'authority, title and name follow each other, with about four blank lines for the hand': (paper) =>
    ofSignature(paper, () => {
      const gaps = pitches(signatureLines(paper));
      const hand = Math.max(...gaps);
      const faults = gaps
        .filter((gap) => gap !== hand)
        .filter((gap) => !isWithin(gap, [15, 20]))
        .map((gap) => `${gap.toFixed(1)} pt`);
      return isWithin(hand, [80, 110]) ? faults : [...faults, `${hand.toFixed(1)} pt above the name`];
    }),

  'no empty line stands above who signs by title alone': (paper) =>
    ofSignature(paper, ({ authority }) => {
      const label = linesOf(paper.lines, 'Nơi nhận:')?.[0];
      const [first] = signatureLines(paper);
      if (authority !== '' || !label || !first) return null;
      return Math.abs(first.yMm - label.yMm) < 1.5 ? [] : ['lower than the recipients'];
    }),

  'recipients and signature begin at the same height': (paper) =>
    ofSignature(paper, () => {
      const label = linesOf(paper.lines, 'Nơi nhận:')?.[0];
      const [first] = signatureLines(paper);
      if (!label || !first || paper.model.recipients.length > 40) return null;
      return label.page === first.page && Math.abs(first.yMm - label.yMm) < 1.5 ? [] : ['not level'];
    }),

  'the signature is whole, on one page': (paper) =>
    ofSignature(paper, () => {
      const pages = new Set(signatureLines(paper).map((line) => line.page));
      return pages.size === 1 ? [] : [`on ${pages.size} pages`];
    }),

  'the signature never stands alone: two lines of the text are above it': (paper) =>
    ofSignature(paper, () => {
      if (paper.model.body.length === 0) return null;
      const [first] = signatureLines(paper);
      const above = paper.lines.filter(
        (line) => line.page === first?.page && line.yMm > sheet.topMm && line.yMm < first.yMm - 1.5,
      );
      return above.length >= 2 ? [] : [`${above.length} lines`];
    }),

  'the signature is on the last page before the appendices': (paper) =>
    ofSignature(paper, () => {
      const page = signatureLines(paper)[0]?.page ?? -1;
      const after = paper.mainPages.slice(page + 1).filter((one) => one.text !== '');
      return page >= 0 && page < paper.mainPages.length && after.length === 0 ? [] : [`on page ${page + 1}`];
    }),

  'each appendix begins a page with its label': (paper) =>
    ofAppendices(paper, ({ label }) => {
      const [line] = linesOf(paper.lines, label) ?? [];
      const above = paper.lines.filter(
        (one) => one.page === line?.page && one.yMm > sheet.topMm && one.yMm < line.yMm - 0.1,
      );
      const faults = paper.guideline.appendix.labelForm.test(label) ? [] : [label];
      if (above.length > 0) faults.push('something above it');
      return [
        ...faults,
        ...faceFaults(paper, label, paper.guideline.appendix.label),
        ...centredFaults(paper, label),
      ];
    }),

  'appendices are counted when there are several': ({ model: { appendices } }) =>
    !appendices
      ? null
      : appendices.every(
            ({ label }) => / \S+$/u.test(label.replace(/^phụ lục/iu, '')) === appendices.length > 1,
          )
        ? []
        : ['labels'],

  'the title of an appendix is bold and in the middle': (paper) =>
    ofAppendices(paper, ({ title }) => {
      if (title === null) return [];
      const face = paper.guideline.appendix.title;
      const shown = face.inCapitals ? title.toUpperCase() : title;
      return [...faceFaults(paper, title, face), ...centredFaults(paper, shown)];
    }),

  'an appendix says in italics, in the middle, what it belongs to': (paper) =>
    ofAppendices(paper, ({ reference }) => {
      const form = paper.guideline.appendix.referenceForm.test(reference.replaceAll('\u00a0', ' '));
      const faults = form ? [] : [reference];
      return [
        ...faults,
        ...faceFaults(paper, reference, paper.guideline.appendix.reference),
        ...centredFaults(paper, reference),
      ];
    }),

  'the lines at the head of an appendix are 16 to 24 pt apart': (paper) =>
    ofAppendices(paper, ({ label, title, reference }) => {
      const face = paper.guideline.appendix.title;
      const from = linesOf(paper.lines, label)?.[0];
      const here = paper.lines.filter((line) => line.page === from?.page);
      const texts = [label, ...(title ? [face.inCapitals ? title.toUpperCase() : title] : []), reference];
      const lines = texts.flatMap((text) => linesOf(here, text) ?? []);
      return pitches(lines)
        .filter((pitch) => !isWithin(pitch, [16, 24]))
        .map((pitch) => `${pitch.toFixed(1)} pt`);
    }),
};

function leftEdge(paper: Paper, line: Line): number {
  return paper.model.meta.isTwoSided && line.page % 2 === 1 ? sheet.rightMm : sheet.leftMm;
}

/** From "Nơi nhận:" or the signature on: names in the text above are not theirs. */
function closingLines(paper: Paper): Line[] {
  const at = paper.lines.findIndex((line) => /^Nơi nhận:?$/u.test(line.text.trim()));
  return at < 0 ? [...paper.lines] : paper.lines.slice(at);
}

function signatureLines(paper: Paper): Line[] {
  const { signature } = paper.model;
  if (!signature) return [];
  const { authority, title, name } = signature;
  const { signature: faces } = paper.guideline;
  const capital = (text: string, isCapital?: true) => (isCapital ? text.toUpperCase() : text);
  const texts = [
    capital(authority, faces.authority.inCapitals),
    capital(title ?? '', faces.title.inCapitals),
    name,
  ];
  return texts.filter(Boolean).flatMap((text) => linesOf(closingLines(paper), text) ?? []);
}

function ofRecipients(paper: Paper, faults: (items: readonly string[]) => string[]): Verdict {
  return paper.model.recipients.length === 0 ? null : faults(paper.model.recipients);
}

function ofSignature(
  paper: Paper,
  faults: (signature: NonNullable<Paper['model']['signature']>) => Verdict,
): Verdict {
  const { signature } = paper.model;
  if (signature && signatureLines(paper).length === 0) return ['no signature'];
  return signature && faults(signature);
}

function ofAppendices(
  paper: Paper,
  faults: (appendix: NonNullable<Paper['model']['appendices']>[number]) => string[],
): Verdict {
  const { appendices } = paper.model;
  return appendices ? appendices.flatMap(faults) : null;
}
