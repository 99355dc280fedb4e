import type { PrintBlock } from '#shared/paper/model.ts';
import { textBlock } from './blocks.ts';

/** The small change of official text: lists that were typed a line each, and the marks that end them. */

/** The lines of a field, without the dashes that some put before them. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–+]\s+/u, '').trim())
    .filter(Boolean);
}

export function bare(text: string): string {
  return text.replace(/[.,;]$/u, '');
}

export function ended(text: string): string {
  return /[.!?…:]$/u.test(text) ? text : `${bare(text)}.`;
}

/** "- Địa điểm: Hội trường xã."; nothing where there is nothing to say. */
export function labelled(label: string, text: string, dash = '- '): PrintBlock[] {
  return text ? [textBlock(`${label}: ${ended(text)}`, dash)] : [];
}

/** One line after its label, or several below it. */
export function labelledList(label: string, items: readonly string[]): PrintBlock[] {
  const [only = ''] = items;
  if (items.length < 2) return labelled(label, only);
  return [textBlock(`${label}:`, '- '), ...items.map((item) => textBlock(ended(item), '+ '))];
}

/** "- a;", "- b.": a list in one sentence. */
export function listed(items: readonly string[], dash: string): PrintBlock[] {
  return items.map((item, i) => textBlock(`${bare(item)}${i === items.length - 1 ? '.' : ';'}`, dash));
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Bầu Phó Bí thư" inside a sentence; a name in capitals ("UBND") stays. */
export function small(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
