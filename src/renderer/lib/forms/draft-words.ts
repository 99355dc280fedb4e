import { isFields } from '#renderer/lib/plain.ts';

/*
 * The words in what a draft held, for whoever typed them, a line each. What no hand types is left out: ids, instants, names of
 * choices ("executive_committee"), how the nodes of a text are called.
 */

const untyped =
  /^(?:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|\d{4}-\d{2}-\d{2}T[\d:]+\.\d+Z|[a-z]+(?:_[a-z]+)+)$/iu;

/** Of the row itself, not of what was typed. */
const ofTheRow = ['version', 'shape'];

export function wordsIn(value: unknown): string {
  if (typeof value === 'string') return untyped.test(value) ? '' : value.trim();
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return linesOf(value.map(wordsIn));
  if (isNode(value)) return wordsOfNode(value).trim();
  if (!isFields(value)) return '';
  return linesOf(
    Object.entries(value).map(([field, part]) => (ofTheRow.includes(field) ? '' : wordsIn(part))),
  );
}

/** Of a row that is no JSON any more: its texts and numbers, or all of it where they cannot be told from the rest. */
export function wordsInText(text: string): string {
  const tokens = /"((?:[^"\\]|\\.?)*)(?:"(\s*:)?|$)|-?\d+(?:\.\d+)?/gsu;
  const rest = text.replace(tokens, '').replace(/\b(?:true|false|null)\b/gu, '');
  // Letters outside of the quotation marks: one of the marks is missing.
  if (/[^\s{}[\],:]/u.test(rest)) return text.trim();
  const words: string[] = [];
  let field = '';
  for (const [token, inside, colon] of text.matchAll(tokens)) {
    if (colon) field = inside ?? '';
    else if (!isOfNode(field, token) && !ofTheRow.includes(field))
      words.push(wordsIn(withoutEscapes(inside ?? token)));
  }
  return linesOf(words) || text.trim();
}

/** "type":"paragraph" and "level":2, but not "type":"NQ", which somebody has chosen. */
function isOfNode(field: string, token: string): boolean {
  return field === 'level' || (field === 'type' && /^"\p{Ll}/u.test(token));
}

export function linesOf(words: readonly string[]): string {
  return words.filter((line) => line !== '').join('\n');
}

function withoutEscapes(inside: string): unknown {
  try {
    return JSON.parse(`"${inside}"`);
  } catch {
    return inside;
  }
}

const nodeFields = ['type', 'attrs', 'content', 'marks', 'text'];
type TextNode = { type: string; attrs?: unknown; content?: unknown; text?: unknown };

/** A part of a text, as the editor of any version writes it. */
export function isNode(value: unknown): value is TextNode {
  return (
    isFields(value) &&
    typeof value.type === 'string' &&
    Object.keys(value).every((key) => nodeFields.includes(key))
  );
}

function wordsOfNode(node: TextNode): string {
  if (typeof node.text === 'string') return node.text;
  if (node.type === 'hardBreak') return '\n';
  const parts = Array.isArray(node.content) ? node.content.filter(isNode) : [];
  const isLine = parts.some(({ type }) => type === 'text' || type === 'hardBreak');
  const words = parts.map(wordsOfNode);
  const attributes = isFields(node.attrs)
    ? Object.values(node.attrs).filter((one) => typeof one === 'string')
    : [];
  return linesOf([...attributes.map(wordsIn), isLine ? words.join('') : linesOf(words)]);
}
