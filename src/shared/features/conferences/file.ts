import { z } from 'zod';
import { id } from '../../fields.ts';
import { fold } from '../../text/fold.ts';
import { attachment } from '../attachments/schema.ts';
import { conferencePapers } from './papers.ts';

/** In the order of the archive (domain 5.2). */
const filePartKinds = [
  'invitation',
  'programme',
  'signInSheet',
  'paper',
  'countingRecord',
  'minutes',
  'document',
  'scan',
  'photo',
] as const;

/** Final: nothing changes it any more. Ready: the program prints it as it stands. Unfinished: something is lacking. */
const filePartStates = ['final', 'ready', 'unfinished'] as const;

/** A paper of the conference itself, or a document that came out of it. */
const setByProgram = z.discriminatedUnion('kind', [
  ...conferencePapers,
  z.strictObject({ kind: z.literal('document'), id }),
]);

/** One paper of the conference file. */
export const filePart = z.strictObject({
  kind: z.enum(filePartKinds),
  /** As the index of the file names it. */
  title: z.string(),
  state: z.enum(filePartStates),
  /** What the program sets itself; null for a file that was added. */
  source: setByProgram.nullable(),
  /** The file that was added; null for what the program sets itself. */
  attachment: attachment.pick({ id: true, mediaType: true, sha256: true }).nullable(),
});
export type FilePart = z.infer<typeof filePart>;

const expectedStates = ['there', 'unfinished', 'missing'] as const;

/** A paper that the file of such a conference should hold, and whether it does. */
export const expectedPaper = z.strictObject({ title: z.string(), state: z.enum(expectedStates) });
export type ExpectedPaper = z.infer<typeof expectedPaper>;

/** Hồ sơ hội nghị: everything that belongs to a conference, and what is missing. */
export const conferenceFile = z.strictObject({
  parts: z.array(filePart),
  expected: z.array(expectedPaper),
});
export type ConferenceFile = z.infer<typeof conferenceFile>;

/** Whether each of the papers that are named is among the parts. */
export function expectedPapers(names: readonly string[], parts: readonly FilePart[]): ExpectedPaper[] {
  return [...new Map(names.map((name) => [fold(name), name])).values()].map((title) => {
    const found = parts.filter((part) => answers(part, fold(title)));
    if (found.length === 0) return { title, state: 'missing' };
    return { title, state: found.some(({ state }) => state !== 'unfinished') ? 'there' : 'unfinished' };
  });
}

/** Offices name the same paper in several ways; `name` is folded. */
function answers({ kind, title }: FilePart, name: string): boolean {
  switch (kind) {
    case 'invitation':
      return name.startsWith('giay moi');
    case 'programme':
      return name.startsWith('chuong trinh');
    case 'signInSheet':
      return name.startsWith('danh sach') || name.startsWith('diem danh');
    case 'countingRecord':
      return name.startsWith('bien ban kiem phieu');
    case 'minutes':
      return name.startsWith('bien ban') && !name.startsWith('bien ban kiem phieu');
    case 'document':
      return (
        fold(title).startsWith(name) ||
        fold(title)
          .replace(/^du thao /u, '')
          .startsWith(name)
      );
    case 'paper':
    case 'scan':
    case 'photo':
      return fold(title).includes(name);
  }
}
