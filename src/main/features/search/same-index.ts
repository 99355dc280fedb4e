import { setImmediate } from 'node:timers/promises';
import type { SearchIndex } from './index-file.ts';

const sourcesPerStep = 100;
const termsPerStep = 5_000;

/** Whether two indexes of the same state of the store have the same passages under the same words. */
export async function isSameIndex(one: SearchIndex, other: SearchIndex): Promise<boolean> {
  const both = [one, other];
  for (const { raw } of both)
    raw.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.term USING fts5vocab('main', 'words', 'row')`);
  if (both.some((index) => !holdsTogether(index))) return false;
  return (await isSame(both, passagesAfter)) && isSame(both, termsAfter);
}

/** Each passage has its words, and no words are left of another one. */
function holdsTogether({ raw }: SearchIndex): boolean {
  if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok') return false;
  const unlike = raw.prepare(
    `SELECT 1 FROM passage FULL JOIN words_docsize ON words_docsize.id = passage.rowid
     WHERE passage.rowid IS NULL OR words_docsize.id IS NULL LIMIT 1`,
  );
  return unlike.get() === undefined;
}

/** A part of what the index says, in an order of its own, and where the next one begins; null at the end. */
type Part = { said: string; last: string } | null;

async function isSame(
  [one, other]: readonly SearchIndex[],
  after: (index: SearchIndex, last: string) => Part,
): Promise<boolean> {
  if (!one || !other) return false;
  for (let last = ''; ; ) {
    const [part, its] = [after(one, last), after(other, last)];
    if (part?.said !== its?.said) return false;
    if (part === null) return true;
    last = part.last;
    await setImmediate();
  }
}

function passagesAfter({ raw }: SearchIndex, last: string): Part {
  const sources = raw
    .prepare<[string, number], { source: string }>(
      'SELECT DISTINCT source FROM passage WHERE source > ? ORDER BY source LIMIT ?',
    )
    .all(last, sourcesPerStep);
  const end = sources.at(-1)?.source;
  if (end === undefined) return null;
  const columns = 'source, kind, id, owner_kind, owner_id, title, text, date';
  const rows = raw
    .prepare(`SELECT ${columns} FROM passage WHERE source > ? AND source <= ? ORDER BY ${columns}`)
    .all(last, end);
  return { said: JSON.stringify(rows), last: end };
}

function termsAfter({ raw }: SearchIndex, last: string): Part {
  const terms = raw
    .prepare<[string, number], { term: string }>(
      'SELECT term, doc, cnt FROM temp.term WHERE term > ? ORDER BY term LIMIT ?',
    )
    .all(last, termsPerStep);
  const end = terms.at(-1)?.term;
  return end === undefined ? null : { said: JSON.stringify(terms), last: end };
}
