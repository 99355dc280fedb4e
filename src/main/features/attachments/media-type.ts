import { extensionOf } from '#shared/features/attachments/rules.ts';

/** Bytes of the beginning that tell what a file is. */
export const headBytes = 4096;

/** How a kind of file begins. */
const signatures: readonly [mediaType: string, start: string][] = [
  ['image/png', '89504e470d0a1a0a'],
  ['image/jpeg', 'ffd8ff'],
  ['image/tiff', '49492a00'],
  ['image/tiff', '4d4d002a'],
];

/** Programs of Windows, Linux and macOS, scripts that name their interpreter, shortcuts of Windows. */
const programs = [
  '4d5a',
  '7f454c46',
  'feedface',
  'feedfacf',
  'cefaedfe',
  'cffaedfe',
  'cafebabe',
  '2321',
  '4c0000000114020000000000c000',
];

/** Office files are containers: what lies in them says their name. */
const zipped: Readonly<Record<string, string>> = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
};
const compound: Readonly<Record<string, string>> = {
  '.doc': 'application/msword',
  '.xls': 'application/vnd.ms-excel',
  '.ppt': 'application/vnd.ms-powerpoint',
};

/**
 * What the file is by its content; the name only tells apart what one container can hold.
 * @param head its first bytes, as many as `headBytes` when it has them
 */
export function mediaTypeOf(head: Buffer, name: string): string {
  const extension = extensionOf(name);
  // Scanners may put a few bytes before the mark; viewers look for it within the first kilobyte as well.
  if (head.subarray(0, 1024).includes('%PDF-')) return 'application/pdf';
  const found = signatures.find(([, start]) => begins(head, start));
  if (found) return found[0];
  if (begins(head, '504b0304')) return zipped[extension] ?? 'application/zip';
  if (begins(head, 'd0cf11e0a1b11ae1')) return compound[extension] ?? 'application/octet-stream';
  return isText(head) ? 'text/plain' : 'application/octet-stream';
}

/** A program or a shortcut, whatever it is called. */
export function runsByContent(head: Buffer): boolean {
  return programs.some((start) => begins(head, start)) && !(begins(head, '4d5a') && isText(head));
}

function begins(head: Buffer, start: string): boolean {
  return head.subarray(0, start.length / 2).toString('hex') === start;
}

/** Also text in the old Vietnamese encodings: only bytes that no text has speak against it. */
function isText(head: Buffer): boolean {
  return head.every(
    (byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d,
  );
}
