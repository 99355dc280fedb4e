import type { DocumentModel, MinutesModel, PrintAppendix, PrintSignature } from '#shared/paper/model.ts';
import { addresseePiece } from './addressees.ts';
import { bodyPieces } from './body.ts';
import { centred } from './centred.ts';
import { closingPiece, recipientLines, signatureLines, signatureRows } from './closing.ts';
import { type Piece, paragraphPiece, textRuns } from './flow.ts';
import { headPiece } from './head.ts';
import { styleId } from './styles.ts';
import { titlePieces } from './titles.ts';
import { type Setting, textWidthPt } from './typesetting.ts';
import { type Face, ptPerMm } from './units.ts';

/** From the head to the signature, as templates/party.typ has it. */
export function documentPieces(setting: Setting, model: DocumentModel): Piece[] {
  const { profile, metrics } = setting;
  const gap = profile.body.paragraphGapPt;
  const isLetter = model.typeName === null;
  const { signature, recipients, recorder } = model;
  const recipientList = () => recipientLines(setting, recipients);
  const width = textWidthPt(profile);
  return [
    headPiece(setting, model.head, isLetter ? model.subject : null),
    ...(model.typeName === null ? [] : titlePieces(setting, model.typeName, model.subject)),
    ...(model.addressees === null ? [] : [addresseePiece(setting, model.addressees)]),
    ...model.bases.map((basis) =>
      paragraphPiece({
        style: styleId('basis'),
        children: textRuns(profile.bases.prefix + basis),
        abovePt: gap,
        styleBelowPt: gap,
      }),
    ),
    ...(model.opening === null
      ? []
      : [
          paragraphPiece({
            style: styleId('opening'),
            ...centred(model.opening, profile.opening, { widthPt: width, roomPt: width, metrics }),
            abovePt: gap,
            styleBelowPt: gap,
            keepNext: true,
          }),
        ]),
    ...bodyPieces(setting, model.body, signature !== null),
    ...(recorder && signature
      ? [
          twoSignatures(setting, recorder, signature),
          ...(recipients.length > 0 ? [closingPiece(setting, recipientList, () => [])] : []),
        ]
      : signature === null && recipients.length === 0
        ? []
        : [
            closingPiece(setting, recipientList, (widthPt) =>
              signature === null ? [] : signatureLines(setting, widthPt, signature),
            ),
          ]),
  ];
}

/** Recorder left, chair right; the shorter one gets more room. */
function twoSignatures(setting: Setting, left: PrintSignature, right: PrintSignature): Piece {
  const rows = Math.max(signatureRows(left), signatureRows(right));
  return closingPiece(
    setting,
    (width) => signatureLines(setting, width, left, rows),
    (width) => signatureLines(setting, width, right, rows),
  );
}

/** Recorder left, chair right, and below them who certifies, as templates/minutes.typ has it. */
export function minutesPieces(setting: Setting, model: MinutesModel): Piece[] {
  const { recorder, chair, certification } = model;
  return [
    headPiece(setting, model.head, null),
    ...titlePieces(setting, model.typeName, model.subject),
    ...bodyPieces(setting, model.body, true),
    twoSignatures(setting, recorder, chair),
    ...(certification === null
      ? []
      : [
          closingPiece(
            setting,
            (width) => signatureLines(setting, width, certification),
            () => [],
          ),
        ]),
  ];
}

export function appendixPieces(setting: Setting, { label, title, reference, body }: PrintAppendix): Piece[] {
  const { profile, metrics } = setting;
  const p = profile.appendix;
  const room = textWidthPt(profile);
  const line = (style: string, face: Face, text: string, belowPt = 0) =>
    paragraphPiece({
      style,
      keepNext: true,
      belowPt,
      ...centred(text, face, {
        widthPt: Math.min(room, profile.titles.maxWidthMm * ptPerMm),
        roomPt: room,
        metrics,
      }),
    });
  return [
    line(styleId('appendixLabel'), p.label, label),
    ...(title === null ? [] : [line(styleId('appendixTitle'), p.title, title)]),
    line(styleId('appendixReference'), p.reference, reference, profile.titles.belowPt),
    ...bodyPieces(setting, body, false),
  ];
}
