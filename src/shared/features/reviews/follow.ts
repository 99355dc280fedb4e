import type { Block, Body } from '../../text-model/body.ts';
import type { DocumentFields } from '../documents/schema.ts';
import { clipped, type Fate, type LetterMap, letterMap, partAt, placeIn } from './letter-map.ts';
import { fieldWords, occurrencesOf, type Part, partsOf, partText } from './letters.ts';
import type { Pin, PinPlace, Standing } from './schema.ts';

/** Where the pins of one version stand in another text. The comparison is made when the first pin of the body asks. */
export function follower(before: DocumentFields, after: DocumentFields): (pin: Pin) => Standing {
  let map: LetterMap | null = null;
  return ({ field, place }) => {
    if (field !== 'body') {
      const isSame = fieldWords(before, field) === fieldWords(after, field);
      return { state: isSame ? 'kept' : 'changed', place: null };
    }
    if (!place) return { state: 'kept', place: null };
    map ??= letterMap(before.body, after.body);
    return followPlace(before.body, after.body, map, place);
  };
}

type Texts = { before: Body; after: Body; map: LetterMap };

function followPlace(before: Body, after: Body, map: LetterMap, place: PinPlace): Standing {
  const texts = { before, after, map };
  const fate = map.fates[place.index];
  const part = partsOf(before.content[place.index])[place.part];
  if (!fate) return gone(after.content.length);
  if (!part) return withoutWords(texts, place, fate);
  const from = place.to === null ? 0 : place.from;
  const to = place.to ?? part.text.length;
  const quote = part.text.slice(from, to);
  const inPlace = fate.isGone ? null : followInBlock(texts, { part, from, to, place }, fate);
  if (inPlace?.state === 'kept') return inPlace;
  return elsewhere(texts, quote, part, fate.index) ?? inPlace ?? gone(fate.index);
}

function gone(index: number): Standing {
  return { state: 'removed', place: { index, part: 0, from: 0, to: 0 } };
}

/** A live table or the head of an appendix: pinned as a whole. */
function withoutWords({ before, after }: Texts, place: PinPlace, fate: Fate): Standing {
  if (fate.isGone) return gone(fate.index);
  const isSame =
    JSON.stringify(before.content[place.index]) === JSON.stringify(after.content[fate.index]) ||
    partText(before, place.index, 0) === partText(after, fate.index, 0);
  return { state: isSame ? 'kept' : 'changed', place: { index: fate.index, part: 0, from: 0, to: 0 } };
}

type Pinned = { part: Part; from: number; to: number; place: PinPlace };

function followInBlock(
  { after }: Texts,
  { part, from, to, place }: Pinned,
  fate: Extract<Fate, { isGone: false }>,
): Standing | null {
  const cell = fate.cell(part);
  const block = after.content[fate.index];
  if (!cell) return null;
  const kept = clipped(cell.runs, part.start + from, part.start + to);
  const first = kept[0]?.to ?? placeIn(cell.runs, part.start + from);
  const at = partAt(block, cell, first);
  const now = partsOf(block)[at];
  if (!now) return null;
  const standing = (state: 'kept' | 'changed', start: number, end: number): Standing => ({
    state,
    place: { index: fate.index, part: at, from: start, to: end },
  });
  if (place.to === null) return standing(now.text === part.text ? 'kept' : 'changed', 0, now.text.length);
  const quote = part.text.slice(from, to);
  const again = sameOccurrence(part.text, now.text, quote, from);
  if (again !== null) return standing('kept', again, again + quote.length);
  const last = kept.filter((run) => run.to <= now.start + now.text.length).at(-1);
  let start = Math.min(first - now.start, now.text.length);
  let end = Math.max(start, Math.min(last ? last.to + last.length - now.start : start, now.text.length));
  if (kept.length === 1 && now.text.slice(start, end) === quote) return standing('kept', start, end);
  // A blank beside words that went is none of what is left.
  while (start < end && /\s/u.test(now.text.charAt(end - 1))) end -= 1;
  while (start < end && /\s/u.test(now.text.charAt(start))) start += 1;
  return standing('changed', start, end);
}

/**
 * Which occurrence of the same words in the new paragraph is the pinned one: the n-th of as many; of more, the one between
 * the same neighbours. Null of fewer: then only the letters can say which of them went.
 */
function sameOccurrence(before: string, after: string, quote: string, from: number): number | null {
  const old = occurrencesOf(quote, before);
  const young = occurrencesOf(quote, after);
  if (young.length < old.length) return null;
  if (young.length === old.length) return young[old.indexOf(from)] ?? null;
  const worth = (at: number) =>
    alikeBackwards(before.slice(0, from), after.slice(0, at)) +
    alikeForwards(before.slice(from + quote.length), after.slice(at + quote.length));
  return young.reduce<number | null>(
    (best, at) => (best === null || worth(at) > worth(best) ? at : best),
    null,
  );
}

function alikeForwards(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

function alikeBackwards(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}

/** So few words may turn up anywhere by chance: followed only to the next paragraph, or as a whole paragraph. */
const fewestWords = 3;

/**
 * A paragraph was split or joined, or the words went to another one: they stand where letters are new. Words that stood
 * there before are not the pinned ones.
 */
function elsewhere({ after, map }: Texts, quote: string, part: Part, near: number): Standing | null {
  if (quote.trim() === '') return null;
  const isLong = (quote.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= fewestWords;
  const byDistance = map.fresh.toSorted((a, b) => Math.abs(a.index - near) - Math.abs(b.index - near));
  for (const { index, isNew } of byDistance) {
    const parts = partsOf(after.content[index]);
    for (const [at, { line, column, start, text }] of parts.entries()) {
      if (!isLong && Math.abs(index - near) > 1 && text !== part.text) continue;
      const found = occurrencesOf(quote, text).find((from) =>
        isNew({ line, column }, start + from, start + from + quote.length),
      );
      if (found !== undefined)
        return { state: 'kept', place: { index, part: at, from: found, to: found + quote.length } };
    }
  }
  return null;
}

/** Without the old text there are only the words: they stand where they occur once. */
export function findQuote(after: Body, quote: string): Standing {
  const found = after.content.flatMap((block: Block, index) =>
    partsOf(block).flatMap(({ text }, part) =>
      occurrencesOf(quote, text).map((from) => ({ index, part, from, to: from + quote.length })),
    ),
  );
  const [only] = found;
  return found.length === 1 && only ? { state: 'kept', place: only } : gone(after.content.length);
}
