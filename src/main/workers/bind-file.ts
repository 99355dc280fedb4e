import { degrees, PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { AddedFile, Binding } from './typesetter-protocol.ts';

const ptPerMm = 72 / 25.4;
const a4: [number, number] = [210 * ptPerMm, 297 * ptPerMm];
/** Around a picture that gets a sheet of its own. */
const pictureMarginMm = 20;

/** Sheets that a file takes in a bound file; null when it is damaged, locked or empty. */
export async function sheetsOf(file: AddedFile): Promise<number | null> {
  try {
    const document = await PDFDocument.create({ updateMetadata: false });
    const count = (await addSheets(document, file)).length;
    return count > 0 ? count : null;
  } catch {
    return null;
  }
}

/** One PDF of all parts, with bookmarks and numbered sheets; the same input gives the same bytes. */
export async function bindFile({ meta, parts, numbers }: Binding): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const made = new Date(`${meta.created ?? '2000-01-01'}T00:00:00Z`);
  document.setTitle(meta.title);
  document.setAuthor(meta.author);
  document.setCreationDate(made);
  document.setModificationDate(made);
  document.setLanguage('vi');
  const bookmarks: Bookmark[] = [];
  for (const part of parts) {
    const [first] = await addSheets(document, part);
    if (first) bookmarks.push({ title: part.title, page: first.ref });
  }
  await numberSheets(document, numbers);
  addBookmarks(document, bookmarks);
  return document.save({ updateFieldAppearances: false });
}

async function addSheets(document: PDFDocument, { kind, bytes }: AddedFile): Promise<PDFPage[]> {
  if (kind === 'image') return [await addPicture(document, bytes)];
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  const copies = await document.copyPages(source, source.getPageIndices());
  return copies.map((page) => document.addPage(page));
}

/** As large as it is, or as the sheet lets it be, in the middle; a wide one on a sheet lying down. */
async function addPicture(document: PDFDocument, bytes: Uint8Array): Promise<PDFPage> {
  const isPng = bytes[0] === 0x89;
  const picture = isPng ? await document.embedPng(bytes) : await document.embedJpg(bytes);
  const [short, long] = a4;
  const [width, height] = picture.width > picture.height ? [long, short] : [short, long];
  const margin = 2 * pictureMarginMm * ptPerMm;
  const scale = Math.min(1, (width - margin) / picture.width, (height - margin) / picture.height);
  const page = document.addPage([width, height]);
  page.drawImage(picture, {
    x: (width - picture.width * scale) / 2,
    y: (height - picture.height * scale) / 2,
    width: picture.width * scale,
    height: picture.height * scale,
  });
  return page;
}

/** Lays each number over the corner that is seen at the lower right, also of a sheet that was scanned lying. */
async function numberSheets(document: PDFDocument, numbers: Binding['numbers']): Promise<void> {
  const labels = await document.embedPdf(numbers.bytes, document.getPageIndices());
  for (const [index, page] of document.getPages().entries()) {
    const label = labels[index];
    if (!label) continue;
    const { x, y, width, height } = page.getCropBox();
    const angle = ((page.getRotation().angle % 360) + 360) % 360;
    const corners: Record<number, [number, number]> = {
      0: [x + width, y],
      90: [x + width, y + height],
      180: [x, y + height],
      270: [x, y],
    };
    const [cornerX, cornerY] = corners[angle] ?? [x + width, y];
    const left = -(numbers.fromRightMm * ptPerMm + label.width);
    const up = numbers.fromBottomMm * ptPerMm;
    const turn = (angle * Math.PI) / 180;
    page.drawPage(label, {
      x: cornerX + left * Math.cos(turn) - up * Math.sin(turn),
      y: cornerY + left * Math.sin(turn) + up * Math.cos(turn),
      rotate: degrees(angle),
    });
  }
}

type Bookmark = { title: string; page: PDFRef };

function addBookmarks(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context, catalog } = document;
  const [root, ...refs] = [null, ...bookmarks].map(() => context.nextRef());
  const [first] = refs;
  if (!root || !first) return;
  for (const [i, { title, page }] of bookmarks.entries()) {
    const ref = refs[i];
    if (!ref) continue;
    const entry = context.obj({ Parent: root, Dest: [page, 'Fit'] });
    entry.set(PDFName.of('Title'), PDFHexString.fromText(title));
    const [before, after] = [refs[i - 1], refs[i + 1]];
    if (before) entry.set(PDFName.of('Prev'), before);
    if (after) entry.set(PDFName.of('Next'), after);
    context.assign(ref, entry);
  }
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: first, Last: refs.at(-1) ?? first, Count: bookmarks.length }),
  );
  catalog.set(PDFName.of('Outlines'), root);
}
