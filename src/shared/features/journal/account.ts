import { z } from 'zod';
import type { Say } from '../../i18n/translate.ts';
import type { Block, Body } from '../../text-model/body.ts';
import { compareBlocks } from '../../text-model/compare/blocks.ts';
import type { BlockChange } from '../../text-model/compare/schema.ts';

/** What happened to a text, in paragraphs: a history names it, the comparison of versions shows it. */
export const textAccount = z.strictObject({
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  moved: z.int(),
});
export type TextAccount = z.infer<typeof textAccount>;

/** The paragraphs of a text, and each as it can be compared at once. */
type Read = { blocks: Block[]; keys: string[] };

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
  const changes = compareBlocks(middle(old), middle(young));
  const count = (wanted: BlockChange['kind']) => changes.filter(({ kind }) => kind === wanted).length;
  return {
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    moved: count('movedHere'),
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

/** What is stored was checked when it was saved: its type says enough. A text never written is one empty paragraph. */
function readBody(value: unknown): Read | null {
  if (typeof value !== 'string' || !value.startsWith('{')) return null;
  const parsed = JSON.parse(value) as { type?: unknown };
  if (parsed.type !== 'doc') return null;
  const blocks = (parsed as Body).content.filter(
    (block) => block.type !== 'paragraph' || (block.content ?? []).length > 0,
  );
  return { blocks, keys: blocks.map((block) => JSON.stringify(block)) };
}
