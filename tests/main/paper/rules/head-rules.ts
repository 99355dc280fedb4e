import {
  endOf,
  faceFaults,
  type Line,
  lengthOf,
  lineFaults,
  linesOf,
  middleOf,
  type Paper,
  pitches,
  ptOf,
  type Rules,
  ruleBelow,
  type Verdict,
} from './paper.ts';

/** Components 1–4, 10 and 11: the two columns at the top of the first page (domain 1.2, 1.4, 2.4). */
export const headRules: Rules = {
  'the title stands at the top right, in its size and bold': (paper) =>
    paper.guideline.rightHead
      .slice(0, 1)
      .flatMap((title) => faceFaults(paper, title.text, title, onFirst(paper))),

  'the motto of the state stands below it': (paper) => {
    const [title, motto] = paper.guideline.rightHead;
    if (!title || !motto) return null;
    const [above, below] = [title, motto].map((one) => linesOf(onFirst(paper), one.text)?.[0]);
    const faults = faceFaults(paper, motto.text, motto, onFirst(paper));
    if (!above || !below) return faults;
    if (Math.abs(middleOf(above) - middleOf(below)) > 0.3) faults.push('not on one axis');
    return faults;
  },

  'a rule as long as the last line of the title stands below it': (paper) => {
    const last = lastOfTitle(paper);
    const rule = last && ruleBelow(paper.first, last);
    if (!last || !rule) return ['no rule'];
    const faults: string[] = [];
    if (Math.abs(lengthOf(rule) - last.widthMm) > 0.5) faults.push(`${lengthOf(rule).toFixed(1)} mm long`);
    if (Math.abs((rule.x1Mm + rule.x2Mm) / 2 - middleOf(last)) > 0.3) faults.push('not in the middle');
    const below = ptOf(rule.y1Mm - last.yMm);
    if (below < 3.5 || below > 7) faults.push(`${below.toFixed(1)} pt below the baseline`);
    return faults;
  },

  'there is one rule below the title and no second': (paper) => {
    const last = lastOfTitle(paper);
    const date = dateOf(paper);
    const between = paper.first.rules.filter(
      (rule) => last && date && rule.x1Mm > 100 && rule.y1Mm > last.yMm - 10 && rule.y1Mm < date.yMm + 3,
    );
    return last && date ? (between.length === 1 ? [] : [`${between.length} rules`]) : null;
  },

  'the parent body is regular, in capitals': (paper) =>
    paper.model.head.parentLine === null
      ? null
      : faceFaults(paper, paper.model.head.parentLine, paper.guideline.parent, onFirst(paper)),

  'the issuing body is bold, in capitals': (paper) =>
    paper.model.head.issuingLine
      .split('\n')
      .flatMap((row) => faceFaults(paper, row, paper.guideline.issuing, onFirst(paper))),

  'the first line of the left column is level with the title': (paper) => {
    const title = linesOf(onFirst(paper), paper.guideline.rightHead[0]?.text ?? '')?.[0];
    const left = leftColumn(paper)[0];
    return title && left && Math.abs(title.yMm - left.yMm) < 0.3 ? [] : ['not level'];
  },

  'an asterisk, and no rule, stands below the issuing body': (paper) => {
    if (paper.guideline.underIssuing !== 'asterisk') return null;
    const star = onFirst(paper).find((line) => line.text.trim() === '*');
    if (!star) return ['no asterisk'];
    const faults = lineFaults(paper, star, { sizePt: [14, 14], face: 'Regular' });
    const issuing = issuingEnd(paper);
    if (issuing && Math.abs(middleOf(star) - middleOf(issuing)) > 0.3) faults.push('not in the middle');
    if (issuing && ruleBelow(paper.first, issuing)) faults.push('a rule below the body');
    return faults;
  },

  'a rule of a third to a half of its line stands below the issuing body': (paper) => {
    if (paper.guideline.underIssuing !== 'rule') return null;
    const issuing = issuingEnd(paper);
    const rule = issuing && ruleBelow(paper.first, issuing);
    if (!issuing || !rule) return ['no rule'];
    const faults = thirdToHalf(lengthOf(rule), issuing.widthMm);
    if (Math.abs((rule.x1Mm + rule.x2Mm) / 2 - middleOf(issuing)) > 0.3) faults.push('not in the middle');
    const below = ptOf(rule.y1Mm - issuing.yMm);
    if (below < 3.5 || below > 7) faults.push(`${below.toFixed(1)} pt below the baseline`);
    if (onFirst(paper).some((line) => line.text.trim() === '*')) faults.push('an asterisk');
    return faults;
  },

  'the number reads as the guideline has it': (paper) => {
    if (paper.model.head.symbol === null) return null;
    const number = numberOf(paper);
    const text = number?.text.replaceAll('\u00a0', ' ');
    return text && paper.guideline.numberForm.test(text) ? [] : [`"${text}"`];
  },

  'the number is set regular in its size': (paper) => {
    const number = numberOf(paper);
    return number
      ? lineFaults(paper, number, paper.guideline.number)
      : paper.model.head.symbol
        ? ['none']
        : null;
  },

  'a number that is not given yet has room to be written by hand': (paper) => {
    const { number, symbol } = paper.model.head;
    if (number !== null || symbol === null) return null;
    const items = numberOf(paper)?.items ?? [];
    return items.some((item) => item.text.trim() === '' && item.widthMm > 5) ? [] : ['no room'];
  },

  'a number below ten has a zero': (paper) =>
    paper.model.head.number === null
      ? null
      : paper.model.head.number.length >= 2
        ? []
        : [paper.model.head.number],

  'the date has its zeros: days below ten, months one and two': (paper) => {
    const text = paper.model.head.dateText;
    if (text === null) return null;
    if (/ {3}/u.test(text)) return /^ngày {3,}tháng {3,}năm [\d ]+$/u.test(text) ? [] : [text];
    return /^ngày (?:0[1-9]|[12]\d|3[01]) tháng (?:01|02|[3-9]|1[0-2]) năm \d{4}$/u.test(text) ? [] : [text];
  },

  'the date is italic, behind the name of the place': (paper) => {
    const { placeName, dateText } = paper.model.head;
    if (dateText === null) return null;
    return faceFaults(paper, `${placeName}, ${dateText}`, paper.guideline.date, onFirst(paper));
  },

  'the date is on its line of the head, in the middle of the title': (paper) => {
    const title = linesOf(onFirst(paper), paper.guideline.rightHead[0]?.text ?? '')?.[0];
    const date = dateOf(paper);
    if (!title || !date) return paper.model.head.dateText === null ? null : ['no date'];
    const pitch = ptOf(date.yMm - title.yMm) / (paper.guideline.dateLine - 1);
    const faults =
      pitch < 15 || pitch > 22 ? [`${ptOf(date.yMm - title.yMm).toFixed(1)} pt below the title`] : [];
    if (Math.abs(middleOf(date) - middleOf(title)) > 0.3) faults.push('not on the axis of the title');
    return faults;
  },

  'urgency is bold, in capitals': (paper) => marked(paper, paper.model.head.urgency, 'urgency'),
  'circulation is bold, in capitals': (paper) => marked(paper, paper.model.head.circulation, 'circulation'),
  'the round of a draft is italic': (paper) => marked(paper, paper.model.head.draft, 'draft'),

  'urgency, circulation and draft stand below the number': (paper) => {
    const { urgency, circulation, draft } = paper.model.head;
    const texts = [urgency, circulation, draft].filter((text) => text !== null);
    const number = numberOf(paper);
    if (texts.length === 0 || !number) return null;
    const heights = texts.map((text) => linesOf(onFirst(paper), text)?.[0]?.yMm ?? 0);
    const inOrder = [number.yMm, ...heights];
    return inOrder.every((y, i) => i === 0 || y > (inOrder[i - 1] ?? 0))
      ? []
      : ['not below it, or out of order'];
  },

  'the lines of the left column share an axis': (paper) => {
    const column = leftColumn(paper);
    const axis = middleOf(column[0] as Line);
    return column.filter((line) => Math.abs(middleOf(line) - axis) > 0.4).map((line) => `"${line.text}"`);
  },

  'the lines of the left column follow each other evenly': (paper) =>
    leftColumn(paper)
      .map((line, i, all) => ptOf(line.yMm - (all[i - 1]?.yMm ?? line.yMm)))
      .filter((pitch, i) => i > 0 && (pitch < 14 || pitch > 44 || (pitch > 22 && pitch < 30)))
      .map((pitch) => `${pitch.toFixed(1)} pt`),

  'the columns of the head keep apart': (paper) => {
    const right = [...paper.guideline.rightHead.map((one) => one.text)].flatMap(
      (text) => linesOf(onFirst(paper), text) ?? [],
    );
    const start = Math.min(...right.map((line) => line.xMm), dateOf(paper)?.xMm ?? 999);
    const end = Math.max(...leftColumn(paper).map(endOf));
    return start - end > 2 ? [] : [`${(start - end).toFixed(1)} mm`];
  },

  'the title is in the right half of the page': (paper) => {
    const title = linesOf(onFirst(paper), paper.guideline.rightHead[0]?.text ?? '')?.[0];
    return title && title.xMm > 100 ? [] : ['not in the right half'];
  },

  'the subject of a letter stands below its number': (paper) => {
    const { typeName, subject } = paper.model;
    if (typeName !== null || subject === null) return null;
    const number = numberOf(paper);
    const line = linesOf(onFirst(paper), subject)?.[0];
    const faults = faceFaults(paper, subject, paper.guideline.letterSubject, onFirst(paper));
    if (number && line && ptOf(line.yMm - number.yMm) > 22) faults.push('not close below');
    if (!subject.startsWith(paper.guideline.letterLead)) faults.push(subject);
    const wide = pitches(linesOf(onFirst(paper), subject) ?? []).filter((pitch) => pitch > 18);
    faults.push(...wide.map((pitch) => `${pitch.toFixed(1)} pt between its lines`));
    return faults;
  },
};

export const onFirst = (paper: Paper): Line[] => paper.lines.filter((line) => line.page === 0);

export function thirdToHalf(length: number, line: number): string[] {
  const share = length / line;
  return share > 0.32 && share < 0.51 ? [] : [`${(share * 100).toFixed(0)} % of the line`];
}

function marked(paper: Paper, text: string | null, what: 'urgency' | 'circulation' | 'draft'): Verdict {
  return text === null ? null : faceFaults(paper, text, paper.guideline[what], onFirst(paper));
}

function lastOfTitle(paper: Paper): Line | undefined {
  return linesOf(onFirst(paper), paper.guideline.rightHead.at(-1)?.text ?? '')?.[0];
}

function dateOf(paper: Paper): Line | undefined {
  const { placeName, dateText } = paper.model.head;
  return linesOf(onFirst(paper), `${placeName}, ${dateText}`)?.[0];
}

function issuingEnd(paper: Paper): Line | undefined {
  const last = paper.model.head.issuingLine.split('\n').at(-1) ?? '';
  return linesOf(onFirst(paper), last.toUpperCase())?.at(-1);
}

function numberOf(paper: Paper): Line | undefined {
  return onFirst(paper).find((line) => /^Số/iu.test(line.text) && line.yMm < 90);
}

/** Everything left of the title down to the end of the head. */
function leftColumn(paper: Paper): Line[] {
  const head = paper.model.head;
  const texts = [
    head.parentLine?.toUpperCase(),
    ...head.issuingLine.toUpperCase().split('\n'),
    paper.model.typeName === null ? paper.model.subject : null,
    head.urgency,
    head.circulation,
    head.draft,
  ];
  const found = texts.flatMap((text) => (text ? (linesOf(onFirst(paper), text) ?? []) : []));
  const number = numberOf(paper);
  return [...found, ...(number ? [number] : [])].sort((a, b) => a.yMm - b.yMm);
}
