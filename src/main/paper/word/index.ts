import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { cleanText } from '#main/workers/typeset-text.ts';
import type { DocumentModel, MinutesModel, PapersModel } from '#shared/paper/model.ts';
import { flow, type Piece, spacer } from './flow.ts';
import { appendixPieces, documentPieces, minutesPieces } from './papers.ts';
import { styleId, wordStyles } from './styles.ts';
import type { TextMetrics } from './text-metrics.ts';
import { type Setting, turned } from './typesetting.ts';
import { mmTwips, twips } from './units.ts';

export { readMetrics, type TextMetrics } from './text-metrics.ts';

export type WordModel = DocumentModel | MinutesModel | PapersModel;

/**
 * The paper as a DOCX file that Word and LibreOffice edit: the same model and profile as the pages, every measure in a
 * named style. The same model gives the same text and layout; the file also holds the time when it was made.
 */
export async function wordFile(given: WordModel, metrics: TextMetrics): Promise<Uint8Array> {
  const model = cleanText(given);
  const { profile, meta } = model;
  const setting: Setting = { profile, metrics };
  const file = new Document({
    title: meta.title,
    creator: meta.author,
    lastModifiedBy: meta.author,
    styles: wordStyles(profile),
    // Word's way of 2010, which breaks lines first-fit; the newer one squeezes blanks to fit one more word.
    compatibility: { version: 14, doNotExpandShiftReturn: true },
    sections:
      model.kind === 'papers'
        ? model.papers.flatMap((paper) => sections(setting, paper))
        : sections(setting, model),
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function sections(setting: Setting, model: DocumentModel | MinutesModel): ISectionOptions[] {
  if (model.kind === 'minutes') return [section(setting, minutesPieces(setting, model), { restarts: true })];
  return [
    section(setting, documentPieces(setting, model), { restarts: true }),
    ...(model.appendices ?? []).map((appendix) => {
      const own = appendix.isLandscape ? turned(setting) : setting;
      return section(own, appendixPieces(own, appendix), {
        restarts: setting.profile.appendix.ownPageNumbers,
      });
    }),
  ];
}

function section(
  { profile }: Setting,
  pieces: Piece[],
  { restarts }: { restarts: boolean },
): ISectionOptions {
  const { page, pageNumber } = profile;
  const isLandscape = page.widthMm > page.heightMm;
  const [width, height] = [page.widthMm, page.heightMm].sort((a, b) => a - b);
  return {
    properties: {
      // No number on the first page of what is numbered by itself.
      titlePage: restarts,
      page: {
        size: {
          // The library turns the sheet itself.
          width: mmTwips(width ?? 0),
          height: mmTwips(height ?? 0),
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: mmTwips(page.topMm),
          bottom: mmTwips(page.bottomMm),
          left: mmTwips(page.leftMm),
          right: mmTwips(page.rightMm),
          header: mmTwips(pageNumber.fromTopMm) - twips(pageNumber.sizePt * aboveFigures),
          footer: 0,
        },
        ...(restarts && { pageNumbers: { start: 1 } }),
      },
    },
    headers: { default: numberHeader(), first: new Header({ children: [spacer(1)] }) },
    children: [...flow(pieces), ...(pieces.at(-1)?.isTable ? [spacer(1)] : [])],
  };
}

/** Between the upper edge of an exact line and its figures: the baseline is at 0.8, figures are 0.66 high. */
const aboveFigures = 0.8 - 0.66;

function numberHeader(): Header {
  return new Header({
    children: [
      new Paragraph({
        style: styleId('pageNumber'),
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });
}
