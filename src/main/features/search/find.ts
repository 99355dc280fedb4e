import type { Output, Parsed } from '#shared/contract.ts';
import { type HitKind, hitKinds } from '#shared/features/search/contract.ts';
import type { Sought } from '#shared/features/search/query.ts';
import { type Finders, findersOf, markedText, saysAll, snippetOf } from '#shared/features/search/snippet.ts';
import { tableOfKind } from '#shared/record-lookup.ts';
import { showDate } from '#shared/text/dates.ts';
import { fold } from '#shared/text/fold.ts';
import type { SearchIndex } from './index-file.ts';

type Found = Output<'search.find'>;
type Wanted = Omit<Parsed<'search.find'>, 'text'>;
type Row = {
  rowid: number;
  kind: HitKind;
  id: string;
  owner_kind: HitKind | null;
  owner_id: string | null;
  title: string;
  date: string | null;
};

/** So many of the newest are put in order by how well they say it. */
const weighed = 100;

const matching = `
  FROM words JOIN passage ON passage.rowid = words.rowid
  WHERE words MATCH @match AND kind IN (SELECT value FROM json_each(@kinds))`;

/** What is called so first, then what says whole words, then with the marks that were typed; then the newest, drafts before all. */
export function findPassages(
  { raw }: SearchIndex,
  sought: readonly Sought[],
  typed: string,
  { kinds = [...hitKinds], limit }: Wanted,
): Found {
  const given = { match: matchOf(sought), kinds: JSON.stringify(kinds) };
  const counted = raw.prepare<object, { total: number }>(`SELECT count(*) AS total ${matching}`).get(given);
  const newest = raw
    .prepare<object, Row>(
      `SELECT passage.rowid, kind, id, owner_kind, owner_id, passage.title, date ${matching}
       ORDER BY coalesce(date, '9999') DESC, passage.rowid DESC LIMIT @limit`,
    )
    .all({ ...given, limit: Math.max(weighed, limit) });
  const finished = sought.map((one) => ({ ...one, isUnfinished: false }));
  const [finders, wholeFinders] = [findersOf(sought), findersOf(finished)];
  const whole = new Set(
    raw
      .prepare('SELECT rowid FROM words WHERE words MATCH ? AND rowid IN (SELECT value FROM json_each(?))')
      .pluck()
      .all(matchOf(finished), JSON.stringify(newest.map(({ rowid }) => rowid))),
  );
  const marked = wordsWithMarks(typed);
  const words = marked.length > 0 ? textsOf(raw, newest) : new Map<number, string>();
  const weight = (row: Row) =>
    (saysAll(row.title, finders) ? 4 : 0) +
    (whole.has(row.rowid) ? 2 : 0) +
    (marked.length > 0 && says(`${row.title}\n${words.get(row.rowid) ?? ''}`, marked) ? 1 : 0);
  const best = newest
    .map((row) => ({ row, weight: weight(row) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, limit)
    .map(({ row }) => row);
  const texts = textsOf(raw, best);
  const owners = ownersOf(raw, best);
  const hits = best.map((row) => ({
    ...toHit(row, texts.get(row.rowid) ?? '', whole.has(row.rowid) ? wholeFinders : finders),
    within: owners.get(row.owner_id ?? '') ?? '',
  }));
  return { total: counted?.total ?? 0, hits };
}

function textsOf(raw: SearchIndex['raw'], rows: readonly Row[]): Map<number, string> {
  const found = raw
    .prepare<[string], Pick<Row, 'rowid'> & { text: string }>(
      'SELECT rowid, text FROM passage WHERE rowid IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(rows.map(({ rowid }) => rowid)));
  return new Map(found.map(({ rowid, text }) => [rowid, text]));
}

/** "Hội nghị … lần thứ bảy, 24/12/2021": of an item the agenda of many a conference has, this tells which. */
function ownersOf(raw: SearchIndex['raw'], rows: readonly Row[]): Map<string, string> {
  const sources = rows.flatMap(({ owner_kind, owner_id }) =>
    owner_kind && owner_id ? [`${tableOfKind(owner_kind)} ${owner_id}`] : [],
  );
  const found = raw
    .prepare<[string], Pick<Row, 'id' | 'title' | 'date'>>(
      `SELECT id, title, date FROM passage
       WHERE source IN (SELECT value FROM json_each(?)) AND owner_id IS NULL`,
    )
    .all(JSON.stringify(sources));
  return new Map(
    found.map(({ id, title, date }) => [id, [title, date && showDate(date)].filter(Boolean).join(', ')]),
  );
}

function toHit(row: Row, text: string, finders: Finders): Omit<Found['hits'][number], 'within'> {
  const { kind, id, owner_kind, owner_id, title, date } = row;
  return {
    kind,
    id,
    owner: owner_kind && owner_id ? { kind: owner_kind, id: owner_id } : null,
    title: markedText(title, finders),
    date,
    snippet: snippetOf(text, finders),
  };
}

/** In the words of FTS5: each phrase in quotes, an unfinished one with a star. The words are letters and figures only. */
function matchOf(sought: readonly Sought[]): string {
  return sought
    .map(({ ways, isUnfinished }) => {
      const phrases = ways.map((words) => `"${words.join(' ')}"${isUnfinished ? '*' : ''}`);
      return `(${phrases.join(' OR ')})`;
    })
    .join(' AND ');
}

/** Only what was typed with marks asks for them. */
function wordsWithMarks(typed: string): string[] {
  const words =
    typed
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => fold(word) !== word);
}

function says(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}
