import { BorderStyle, Paragraph, type ParagraphChild } from 'docx';
import type { PrintHead } from '#shared/paper/model.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { centred } from './centred.ts';
import { columns } from './columns.ts';
import { type Piece, tablePiece, textRuns } from './flow.ts';
import { styleId } from './styles.ts';
import { type Setting, textWidthPt } from './typesetting.ts';
import { eighths, exactly, type Face, ptPerMm, twips } from './units.ts';

type Rule = LayoutProfile['head']['rule'];

/** A text is let to be a little wider than measured: fonts of other makers differ by a hair. */
const slackPt = 2;

/** HD 05, components 1–4: organisation and number on the left, title with its rule and the date on the right. */
export function headPiece(setting: Setting, head: PrintHead, letterSubject: string | null): Piece {
  const { profile, metrics } = setting;
  const p = profile.head;
  const gap = p.gapMm * ptPerMm;
  const date = head.dateText === null ? null : `${head.placeName}, ${head.dateText}`;
  const dateWidth = date === null ? 0 : metrics.width(date, p.date);
  const titleWidth = metrics.width(p.title.text, p.title);
  const mottoWidth = p.motto ? metrics.width(p.motto.text, p.motto) : 0;
  const needed = Math.max(titleWidth, mottoWidth, dateWidth);
  const room = textWidthPt(profile) - gap;
  const rightWidth = Math.min(room - p.leftMinMm * ptPerMm, Math.max(p.rightMinMm * ptPerMm, needed));
  const leftWidth = room - rightWidth;
  const outside = { left: -twips(slackPt), right: -twips(slackPt) };

  const names = (style: string, face: Face, text: string) =>
    text.split('\n').map((part) => {
      const set = centred(part, face, { widthPt: leftWidth, roomPt: leftWidth, metrics });
      return new Paragraph({ style, ...set });
    });
  const left = [
    ...(head.parentLine === null ? [] : names(styleId('parent'), p.parent, head.parentLine)),
    ...names(styleId('issuing'), p.issuing, head.issuingLine),
    ...(p.star ? [line(styleId('star'), textRuns(p.star.text))] : []),
    ...(p.issuingRule
      ? [ruleLine(p.issuingRule, metrics.width(lastLine(head.issuingLine), p.issuing), leftWidth, p.pitchPt)]
      : []),
    ...(head.symbol === null
      ? []
      : [
          line(
            styleId('number'),
            textRuns(`${p.number.prefix}${head.number ?? p.number.blank}${p.number.joiner}${head.symbol}`),
            // The rule stands in a line of its own height, as the "*" of the other guidelines does.
            p.issuingRule
              ? {
                  spacing: exactly(p.pitchPt, { beforePt: p.pitchPt - ruleHeight(p.issuingRule, p.pitchPt) }),
                }
              : {},
          ),
        ]),
    ...(letterSubject === null ? [] : names(styleId('letterSubject'), p.letterSubject, letterSubject)),
    ...(head.urgency === null ? [] : [line(styleId('urgency'), textRuns(head.urgency))]),
    ...(head.circulation === null ? [] : [line(styleId('circulation'), textRuns(head.circulation))]),
    ...(head.draft === null ? [] : [line(styleId('draft'), textRuns(head.draft))]),
  ];

  const ruled = p.motto ? mottoWidth : titleWidth;
  const lines = p.motto ? 2 : 1;
  const dateAbove = (p.dateLine - 1 - lines) * p.pitchPt - ruleHeight(p.rule, p.pitchPt);
  // A date wider than its column breaks behind the place.
  const dateText = needed > rightWidth + 0.1 ? `${head.placeName},\n${head.dateText}` : date;
  const right = [
    line(styleId('headTitle'), textRuns(p.title.text), { indent: outside }),
    ...(p.motto ? [line(styleId('motto'), textRuns(p.motto.text), { indent: outside })] : []),
    ruleLine(p.rule, ruled, rightWidth, p.pitchPt),
    ...(dateText === null
      ? []
      : [
          line(styleId('date'), textRuns(dateText), {
            indent: outside,
            spacing: exactly(p.pitchPt, { beforePt: Math.max(0, dateAbove) }),
          }),
        ]),
  ];
  return tablePiece(
    () =>
      columns([
        { widthPt: leftWidth + gap, rightPt: gap, children: left },
        { widthPt: rightWidth, children: right },
      ]),
    { abovePt: 0, belowPt: p.belowPt },
  );
}

type More = { indent?: { left: number; right: number }; spacing?: ReturnType<typeof exactly> };

function line(style: string, children: ParagraphChild[], more: More = {}): Paragraph {
  return new Paragraph({ style, children, ...more });
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? '';
}

/** How far below the line of the text its rule ends, thickness included. */
function ruleHeight(rule: Rule, pitchPt: number): number {
  return ruleLift(rule, pitchPt) + rule.thicknessPt;
}

/** From the lower edge of a line of text, a fifth of the pitch below its baseline, to the upper edge of the rule. */
function ruleLift(rule: Rule, pitchPt: number): number {
  return Math.max(1, rule.belowBaselinePt - pitchPt / 5 - rule.thicknessPt / 2);
}

/** The rule is the lower border of an empty line, indented to its length: it can be moved and made longer. */
export function ruleLine(rule: Rule, textPt: number, roomPt: number, pitchPt: number): Paragraph {
  const side = twips((roomPt - textPt * rule.share) / 2);
  return new Paragraph({
    style: styleId('rule'),
    keepNext: true,
    spacing: exactly(ruleLift(rule, pitchPt)),
    indent: { left: side, right: side },
    border: {
      bottom: { style: BorderStyle.SINGLE, size: eighths(rule.thicknessPt), space: 0, color: '000000' },
    },
  });
}
