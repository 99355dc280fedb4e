import { z } from 'zod';
import type { Say } from '../../i18n/translate.ts';
import { type Block, block } from '../../text-model/body.ts';
import { compareBlocks } from '../../text-model/compare/blocks.ts';
import type { BlockChange } from '../../text-model/compare/schema.ts';
import { blocksOf } from '../../text-model/stored-body.ts';

/** What happened to a text, in paragraphs: a history names it, the comparison of versions shows it. */
export const textAccount = z.strictObject({
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  moved: z.int(),
});
export type TextAccount = z.infer<typeof textAccount>;

/** The paragraphs of a text as they were stored, and each as it can be compared at once. */
type Read = { blocks: unknown[]; keys: string[] };

/**
 * Gives accounts for a run of changes: what one change left is what the next one finds, and is read once. An account is
 * null when neither value is a text with paragraphs, as stored.
 */
export function accountKeeper(): (before: unknown, after: unknown) => TextAccount | null {
  let last: { value: unknown; read: Read | null } = { value: null, read: null };
  const read = (value: unknown) => {
    if (value !== last.value) last = { value, read: readBody(value) };
    return last.read;
  };
  return (before, after) => {
    const old = read(before);
    const young = read(after);
    return old || young ? accountOf(old ?? nothing, young ?? nothing) : null;
  };
}

const nothing: Read = { blocks: [], keys: [] };

/** A save changes a few paragraphs of many: what is the same before and behind them is not compared. */
function accountOf(old: Read, young: Read): TextAccount {
  const most = Math.min(old.keys.length, young.keys.length);
  let front = 0;
  while (front < most && old.keys[front] === young.keys[front]) front += 1;
  let back = 0;
  while (back < most - front && old.keys.at(-1 - back) === young.keys.at(-1 - back)) back += 1;
  const middle = ({ blocks }: Read) => blocks.slice(front, blocks.length - back);
  const [before, after] = [middle(old), middle(young)];
  if (!areBlocks(before) || !areBlocks(after)) return countOf(before.length, after.length);
  const changes = compareBlocks(before, after);
  const count = (wanted: BlockChange['kind']) => changes.filter(({ kind }) => kind === wanted).length;
  return {
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    moved: count('movedHere'),
  };
}

/** Only what changed is looked at: a history reads a text as often as it was saved. */
function areBlocks(parts: readonly unknown[]): parts is Block[] {
  return parts.every((part) => block.safeParse(part).success);
}

/** Of paragraphs that cannot be read is told how many they are. */
function countOf(before: number, after: number): TextAccount {
  return {
    added: Math.max(after - before, 0),
    removed: Math.max(before - after, 0),
    changed: Math.min(before, after),
    moved: 0,
  };
}

/** "thêm 2 đoạn, sửa 3 đoạn" */
export function accountText(say: Say, account: TextAccount): string {
  const parts = (['added', 'changed', 'moved', 'removed'] as const).flatMap((kind) =>
    account[kind] > 0 ? [say(`journal.account.${kind}`, { count: account[kind] })] : [],
  );
  return parts.join(', ') || say('journal.account.same');
}

/** Whether anything of a text came, went or changed. */
export function hasText({ added, changed, moved, removed }: TextAccount): boolean {
  return added + changed + moved + removed > 0;
}

/** A text never written is one empty paragraph. */
const empty = [{ type: 'paragraph' }, { type: 'paragraph', content: [] }].map((part) => JSON.stringify(part));

function readBody(value: unknown): Read | null {
  const blocks = typeof value === 'string' ? blocksOf(value) : null;
  const keyed = blocks?.map((part) => ({ part, key: JSON.stringify(part) }));
  const written = keyed?.filter(({ key }) => !empty.includes(key));
  return written ? { blocks: written.map(({ part }) => part), keys: written.map(({ key }) => key) } : null;
}
