/**
 * What the guidelines ask for, as numbers of their own (domain 1.1–1.5, 2.4): nothing here is read from a profile, so
 * that a profile can be found wrong. Ranges are inclusive; sizes in pt, lengths in mm.
 */
export type Range = readonly [least: number, most: number];
export type Face = {
  sizePt: Range;
  face: 'Regular' | 'Bold' | 'Italic' | 'BoldItalic';
  isUnderlined?: true;
  inCapitals?: true;
};

export type Guideline = {
  /** "ĐẢNG CỘNG SẢN VIỆT NAM"; of the state two lines. */
  rightHead: readonly (Face & { text: string })[];
  parent: Face;
  issuing: Face;
  underIssuing: 'asterisk' | 'rule';
  number: Face;
  numberForm: RegExp;
  date: Face;
  /** The date stands on this line of the head. */
  dateLine: number;
  urgency: Face;
  circulation: Face;
  draft: Face;
  letterSubject: Face;
  letterLead: string;
  typeName: Face;
  subject: Face;
  underSubject: 'hyphens' | 'rule';
  addressee: {
    label: Face;
    words: string;
    submissionWords: string;
    name: Face;
    startsBelow: boolean;
    ends: Ends;
  };
  bases: Face & { prefix: string; ends: Ends; lastBeforeOpening: string };
  opening: Face;
  body: Face & { pitchPt: Range };
  headings: readonly [Face, Face, Face];
  recipients: { label: Face; item: Face; pitchPt: Range; ends: Ends };
  signature: { authority: Face; title: Face; name: Face };
  appendix: { label: Face; labelForm: RegExp; title: Face; reference: Face; referenceForm: RegExp };
  pageNumberPt: Range;
};
export type Ends = readonly [each: string, last: string];

const pt = (least: number, most = least): Range => [least, most];
const regular = (...size: [number, number?]): Face => ({ sizePt: pt(...size), face: 'Regular' });
const bold = (...size: [number, number?]): Face => ({ sizePt: pt(...size), face: 'Bold' });
const italic = (...size: [number, number?]): Face => ({ sizePt: pt(...size), face: 'Italic' });
const boldItalic = (...size: [number, number?]): Face => ({ sizePt: pt(...size), face: 'BoldItalic' });
const capitals = (face: Face): Face => ({ ...face, inCapitals: true });

/** The same for both guidelines of the Party, mm. */
export const sheet = { widthMm: 210, heightMm: 297, topMm: 20, bottomMm: 20, leftMm: 30, rightMm: 15 };
export const pageNumberFromTopMm = 10;
export const firstLineMm: Range = [10, 12.7];
export const leastGapPt = 6;

const hd05: Guideline = {
  rightHead: [{ ...bold(15), text: 'ĐẢNG CỘNG SẢN VIỆT NAM' }],
  parent: capitals(regular(14)),
  issuing: capitals(bold(14)),
  underIssuing: 'asterisk',
  number: regular(14),
  numberForm: /^Số (?:\d{2,}| *)-\p{L}+\/\p{L}+$/u,
  date: italic(14),
  dateLine: 3,
  urgency: capitals(bold(14)),
  circulation: capitals(bold(12)),
  draft: italic(14),
  letterSubject: italic(12),
  letterLead: 'về việc ',
  typeName: capitals(bold(15, 16)),
  subject: bold(14, 15),
  underSubject: 'hyphens',
  addressee: {
    label: italic(14),
    words: 'Kính gửi',
    submissionWords: 'Kính trình',
    name: regular(14),
    startsBelow: false,
    ends: ['', ''],
  },
  bases: { ...regular(14), prefix: '- ', ends: [';', '.'], lastBeforeOpening: ',' },
  opening: bold(14),
  body: { ...regular(14, 15), pitchPt: [18, 22] },
  headings: [capitals(bold(14, 15)), bold(14, 15), boldItalic(14, 15)],
  recipients: {
    label: { ...regular(14), isUnderlined: true },
    item: regular(12),
    pitchPt: [12, 18],
    ends: [';', '.'],
  },
  signature: { authority: capitals(bold(14)), title: capitals(regular(14)), name: bold(14) },
  appendix: {
    label: bold(14),
    labelForm: /^PHỤ LỤC(?: \d+)?$/u,
    title: bold(14),
    reference: italic(14),
    referenceForm:
      /^\(Kèm theo \p{L}[\p{L} ]+ số *(?:\d{2,})?-\p{L}+\/\p{L}+, ngày [\d ]+\/[\d ]+\/[\d ]+ của .+\)$/u,
  },
  pageNumberPt: pt(14),
};

const hd36: Guideline = {
  ...hd05,
  addressee: { ...hd05.addressee, submissionWords: 'Kính gửi' },
  bases: { ...hd05.bases, ends: [';', ','] },
  recipients: { ...hd05.recipients, ends: [',', '.'] },
};

const nd30: Guideline = {
  ...hd05,
  rightHead: [
    { ...bold(12, 13), text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
    { ...bold(13, 14), text: 'Độc lập - Tự do - Hạnh phúc' },
  ],
  parent: capitals(regular(12, 13)),
  issuing: capitals(bold(12, 13)),
  underIssuing: 'rule',
  number: regular(13),
  numberForm: /^Số: (?:\d{2,}| *)\/(?:\p{L}+-)?\p{L}+$/u,
  date: italic(13, 14),
  dateLine: 4,
  urgency: capitals(bold(13, 14)),
  circulation: capitals(bold(13, 14)),
  draft: italic(13, 14),
  letterSubject: regular(12, 13),
  letterLead: 'V/v ',
  typeName: capitals(bold(13, 14)),
  subject: bold(13, 14),
  underSubject: 'rule',
  addressee: {
    label: regular(13, 14),
    words: 'Kính gửi',
    submissionWords: 'Kính gửi',
    name: regular(13, 14),
    startsBelow: true,
    ends: [';', '.'],
  },
  bases: { ...italic(13, 14), prefix: '', ends: [';', '.'], lastBeforeOpening: '.' },
  opening: bold(13, 14),
  body: { ...regular(13, 14), pitchPt: [15, 24] },
  headings: [capitals(bold(13, 14)), bold(13, 14), boldItalic(13, 14)],
  recipients: { label: boldItalic(12), item: regular(11), pitchPt: [11, 17], ends: [';', '.'] },
  signature: { authority: capitals(bold(13, 14)), title: capitals(bold(13, 14)), name: bold(13, 14) },
  appendix: {
    label: bold(14),
    labelForm: /^Phụ lục(?: [IVXL]+)?$/u,
    title: capitals(bold(13, 14)),
    reference: italic(13, 14),
    referenceForm:
      /^\(Kèm theo \p{L}[\p{L} ]+ số *(?:\d{2,})?\/\p{L}+-\p{L}+ ngày [\d ]+ tháng [\d ]+ năm [\d ]+ của .+\)$/u,
  },
  pageNumberPt: pt(13, 14),
};

export const guidelines: Record<string, Guideline> = { hd36, hd05, nd30 };
