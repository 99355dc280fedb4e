import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TaskContext } from '#main/api/context.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import { cleanFileName, largestBytes, mostFiles, runsByName } from '#shared/features/attachments/rules.ts';
import type { ChosenFile } from '#shared/features/attachments/schema.ts';
import { sha256Of } from './content.ts';
import { headBytes, mediaTypeOf, runsByContent } from './media-type.ts';

/** What reading a chosen file found; `path` stays in this process. */
export type ReadFile = Omit<ChosenFile, 'token'> & { path: string; sha256: string };

/** Files that the clerk chose, by the token the page knows them by. Only the newest few can be meant. */
const chosen = new Map<string, ReadFile>();
const remembered = 2 * mostFiles;

/**
 * Reads what was chosen, part by part, and keeps only what it found: a file of 50 MB is never whole in memory here.
 * @throws AppError RULE, FILE_UNREADABLE, CANCELLED: one bad file refuses them all, by name
 */
export async function rememberFiles(ctx: TaskContext, paths: readonly string[]): Promise<ChosenFile[]> {
  if (paths.length > mostFiles) throw ruleError('attachmentsTooMany', { most: mostFiles });
  const sizes = await Promise.all(paths.map(checkedSize));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  const read: ReadFile[] = [];
  for (const [index, path] of paths.entries()) {
    read.push(await readPartByPart(ctx, path, (done) => ctx.progress('readFile', before + done, total)));
    before += sizes[index] ?? 0;
  }
  return read.map((file) => remember(ctx.newId(), file));
}

/** @throws AppError NOT_FOUND for a token nobody was given, or one long forgotten */
export function chosenFile(token: string): ReadFile {
  const file = chosen.get(token);
  if (!file) throw new AppError('NOT_FOUND', { reason: 'chosenFile' });
  return file;
}

/** The bytes that were chosen, in one piece. @throws AppError FILE_UNREADABLE; RULE when the file is another by now */
export async function readChosen({ path, name, size, sha256 }: ReadFile): Promise<Buffer> {
  const now = await checkedSize(path);
  if (now !== size) throw ruleError('attachmentChanged', { name });
  const bytes = await readFile(path).catch((error) => unreadable(name, error));
  if ((await sha256Of(bytes)) !== sha256) throw ruleError('attachmentChanged', { name });
  return bytes;
}

function remember(token: string, file: ReadFile): ChosenFile {
  chosen.set(token, file);
  for (const old of [...chosen.keys()].slice(0, -remembered)) chosen.delete(old);
  const { name, mediaType, size } = file;
  return { token, name, mediaType, size };
}

/** What can be said before reading. */
async function checkedSize(path: string): Promise<number> {
  const name = nameOf(path);
  if (runsByName(name)) throw ruleError('attachmentRuns', { name });
  const found = await stat(path).catch((error) => unreadable(name, error));
  if (!found.isFile()) return unreadable(name);
  if (found.size === 0) throw ruleError('attachmentEmpty', { name });
  if (found.size > largestBytes) throw tooLarge(name);
  return found.size;
}

async function readPartByPart(
  ctx: TaskContext,
  path: string,
  onRead: (bytes: number) => void,
): Promise<ReadFile> {
  const name = nameOf(path);
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let size = 0;
  try {
    for await (const part of createReadStream(path, { highWaterMark: 1 << 20, signal: ctx.signal })) {
      const bytes: Buffer = part;
      if (head.length < headBytes) head = Buffer.concat([head, bytes.subarray(0, headBytes - head.length)]);
      hash.update(bytes);
      size += bytes.length;
      if (size > largestBytes) throw tooLarge(name);
      onRead(size);
    }
  } catch (error) {
    if (error instanceof AppError || ctx.signal.aborted) throw error;
    return unreadable(name);
  }
  if (runsByContent(head)) throw ruleError('attachmentRuns', { name });
  return { path, name, mediaType: mediaTypeOf(head, name), size, sha256: hash.digest('hex') };
}

function nameOf(path: string): string {
  return cleanFileName(basename(path));
}

function tooLarge(name: string): AppError {
  return ruleError('attachmentTooLarge', { name, most: largestBytes / 1_048_576 });
}

function unreadable(name: string, cause?: unknown): never {
  throw new AppError('FILE_UNREADABLE', { reason: 'attachment', params: { name } }, cause);
}
