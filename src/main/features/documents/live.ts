import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { indicatorRows } from '#main/features/indicators/index.ts';
import type { ChipWords } from '#main/paper/blocks.ts';
import { attendanceSentence, countAttendance } from '#shared/features/conferences/attendance.ts';
import { voteSentence } from '#shared/features/conferences/votes.ts';
import type { Body } from '#shared/text-model/body.ts';
import {
  type Chip,
  type ClauseRef,
  chipsOf,
  clausesOf,
  type LiveText,
  mapChips,
} from '#shared/text-model/clauses.ts';
import { figuresOf, periodsIn } from '#shared/text-model/live-tables.ts';
import { citedClauses } from './citations.ts';
import { findRolls, findVotes } from './live-repository.ts';

type Db = Kysely<Database>;
type LiveRef = Pick<LiveText['attrs'], 'source' | 'refId'>;

/** The sentences of the records as they stand; null where the record is gone. */
export async function liveSentences(
  db: Db,
  refs: readonly LiveRef[],
): Promise<(ref: LiveRef) => string | null> {
  const idsOf = (source: LiveRef['source']) => [
    ...new Set(refs.filter((ref) => ref.source === source).map(({ refId }) => refId)),
  ];
  const votes = await findVotes(db, idsOf('vote'));
  const rolls = await findRolls(db, idsOf('attendance'));
  const sentences = new Map([
    ...votes.map((vote) => [`vote ${vote.id}`, voteSentence(vote, vote.kind)] as const),
    ...rolls.map(
      ({ id, kind, entries }) =>
        [`attendance ${id}`, attendanceSentence(countAttendance(entries, kind))] as const,
    ),
  ]);
  return ({ source, refId }) => sentences.get(`${source} ${refId}`) ?? null;
}

/**
 * How the chips of texts read now. What cannot be followed reads as it was put in; so does a clause "of this document"
 * where there is none (`own` null: minutes).
 */
export async function chipWords(db: Db, bodies: readonly Body[], own: Body | null): Promise<ChipWords> {
  const chips = bodies.flatMap(chipsOf);
  if (chips.length === 0) return asPut;
  const cited = await citedClauses(
    db,
    chips.flatMap((chip) => (chip.type === 'clauseRef' ? (elsewhere(chip) ?? []) : [])),
  );
  const live = await liveSentences(
    db,
    chips.flatMap((chip) => (chip.type === 'liveText' ? [chip.attrs] : [])),
  );
  const labels = new Map(own ? clausesOf(own).map(({ id, label }) => [id, label]) : []);
  return (chip) => {
    if (chip.type === 'liveText') return live(chip.attrs) ?? chip.attrs.seen;
    const other = elsewhere(chip);
    return (other ? cited(other).label : labels.get(chip.attrs.clauseId)) ?? chip.attrs.label;
  };
}

function asPut(chip: Chip): string {
  return chip.type === 'liveText' ? chip.attrs.seen : chip.attrs.label;
}

function elsewhere({ attrs: { documentId, clauseId } }: ClauseRef) {
  return documentId === null ? null : { documentId, clauseId };
}

/** The text with its chips and tables as they read now: what is kept when a document is issued. */
export async function settledBody(db: Db, body: Body): Promise<Body> {
  const words = await chipWords(db, [body], body);
  const settled = mapChips(body, (chip) =>
    chip.type === 'liveText'
      ? { ...chip, attrs: { ...chip.attrs, seen: words(chip) } }
      : { ...chip, attrs: { ...chip.attrs, label: words(chip) } },
  );
  const rows = await indicatorRows(db, periodsIn([settled]));
  if (rows.length === 0) return settled;
  const content = settled.content.map((block) => {
    if (block.type !== 'indicatorTable') return block;
    const { period, indicatorIds } = block.attrs;
    const seen = figuresOf(
      indicatorIds,
      rows.filter((row) => row.period === period),
    );
    return { ...block, attrs: { ...block.attrs, seen } };
  });
  return { ...settled, content };
}

/** Whether something that stood there reads otherwise once settled; what was never shown has not moved. */
export function hasMoved(before: Body, settled: Body): boolean {
  const now = seenWords(settled);
  return seenWords(before).some((words, i) => words !== '' && words !== now[i]);
}

function seenWords(body: Body): string[] {
  return [
    ...chipsOf(body).map(asPut),
    ...body.content.map((block) => (block.type === 'indicatorTable' ? (block.attrs.seen ?? '') : '')),
  ];
}
