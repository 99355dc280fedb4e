import type { Inline } from '../body.ts';
import { alignEqual } from './align.ts';
import type { Token, WordChange } from './schema.ts';

/** A word of Vietnamese letters, a number with its marks, blanks, or one sign. */
const wordPattern = /\p{L}[\p{L}\p{M}\p{N}]*|\p{N}+(?:[.,]\p{N}+)*|\s+|./gsu;

type TextToken = Extract<Token, { type: 'text' }>;

/** Text nodes of the same look side by side are one. */
export function joined<T>(content: readonly T[]): T[] {
  const result: T[] = [];
  for (const node of content) {
    const last = result.at(-1);
    if (isText(last) && isText(node) && look(last) === look(node)) {
      result[result.length - 1] = { ...last, text: last.text + node.text };
    } else result.push(node);
  }
  return result;
}

function isText(node: unknown): node is TextToken {
  return (
    typeof node === 'object' && node !== null && 'type' in node && node.type === 'text' && 'text' in node
  );
}

function look(node: Token): string {
  return JSON.stringify(('marks' in node && node.marks) || []);
}

function tokensOf(content: readonly Token[]): Token[] {
  return joined(content).flatMap((node): Token[] =>
    node.type === 'text' ? (node.text.match(wordPattern)?.map((text) => ({ ...node, text })) ?? []) : [node],
  );
}

/** Paragraphs in a row, each with its end, as the cells of tables and the items of lists have them. */
export function flatParagraphs(paragraphs: readonly { content?: Inline[] | undefined }[]): Token[] {
  return paragraphs.flatMap(({ content = [] }): Token[] => [...content, { type: 'end' }]);
}

function keyOf(token: Token): string {
  return token.type === 'text' ? `=${token.text}` : JSON.stringify(token);
}

/** Word by word. Blanks between two changes change with them, so that whole phrases are told and not every second word. */
export function compareWords(before: readonly Token[], after: readonly Token[]): WordChange[] {
  const a = tokensOf(before);
  const b = tokensOf(after);
  const pairs = alignEqual(a.map(keyOf), b.map(keyOf));
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...pairs, [a.length, b.length] as const]) {
    for (const token of a.slice(i, x)) steps.push({ kind: 'removed', token });
    for (const token of b.slice(j, y)) steps.push({ kind: 'added', token });
    const [old, young] = [a[x], b[y]];
    if (old && young) steps.push({ kind: look(old) === look(young) ? 'same' : 'styled', token: young, old });
    i = x + 1;
    j = y + 1;
  }
  return grouped(withBlanks(steps));
}

type Step = { kind: WordChange['kind']; token: Token; old?: Token };

function withBlanks(steps: readonly Step[]): Step[] {
  return steps.flatMap((step, at) => {
    const { kind, token, old } = step;
    const isBlank = token.type === 'text' && /^\s+$/u.test(token.text);
    const isBetween = isChange(steps[at - 1]) && isChange(steps[at + 1]);
    if (kind === 'added' || kind === 'removed' || !isBlank || !isBetween) return [step];
    return [
      { kind: 'removed' as const, token: old ?? token },
      { kind: 'added' as const, token },
    ];
  });
}

function isChange(step: Step | undefined): boolean {
  return step?.kind === 'added' || step?.kind === 'removed';
}

/** What went stands before what came, as one reads a correction. */
function grouped(steps: readonly Step[]): WordChange[] {
  const result: { kind: WordChange['kind']; content: Token[] }[] = [];
  let came: Token[] = [];
  let went: Token[] = [];
  const settle = () => {
    if (went.length > 0) result.push({ kind: 'removed', content: joined(went) });
    if (came.length > 0) result.push({ kind: 'added', content: joined(came) });
    went = [];
    came = [];
  };
  for (const { kind, token } of steps) {
    if (kind === 'removed') went.push(token);
    else if (kind === 'added') came.push(token);
    else {
      settle();
      const last = result.at(-1);
      if (last?.kind === kind) last.content.push(token);
      else result.push({ kind, content: [token] });
    }
  }
  settle();
  return result.map(({ kind, content }) => ({ kind, content: joined(content) }));
}

/** The new words from the old ones and what changed; the words that stayed are taken from the old text. */
export function applyWords(before: readonly Token[], changes: readonly WordChange[]): Token[] {
  const old = tokensOf(before);
  let at = 0;
  const take = (content: readonly Token[]): Token[] => {
    const from = at;
    for (let left = lengthOf(content); left > 0; at += 1) left -= lengthOf(old.slice(at, at + 1));
    return old.slice(from, at);
  };
  return joined(
    changes.flatMap(({ kind, content }): Token[] => {
      if (kind === 'added') return content;
      const kept = take(content);
      return kind === 'removed' ? [] : kind === 'styled' ? content : kept;
    }),
  );
}

function lengthOf(content: readonly Token[]): number {
  return content.reduce((sum, node) => sum + (node.type === 'text' ? node.text.length : 1), 0);
}

export function textToken(text: string): TextToken[] {
  return text === '' ? [] : [{ type: 'text', text }];
}
