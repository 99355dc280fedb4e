import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import type { ChipWords } from '#main/paper/blocks.ts';
import type { Body } from '#shared/text-model/body.ts';
import {
  type Chip,
  type ClauseRef,
  chipsOf,
  clausesOf,
  type LiveText,
  mapChips,
} from '#shared/text-model/clauses.ts';
import { figuresOf, periodsIn, type TableReference } from '#shared/text-model/live-tables.ts';

/*
 * A text follows records of several features: sentences of conferences, clauses of documents, figures of indicators.
 * Each feature answers for its own; the composition root joins the answers, so that features which follow each other's
 * records need not import each other.
 */
type Db = Kysely<Database>;
type LiveRef = Pick<LiveText['attrs'], 'source' | 'refId'>;
type ClauseOfDocument = { documentId: string; clauseId: string };
type Table = Pick<TableReference, 'period' | 'indicatorIds'>;
type FigureRow = { id: string; period: string; plan: string | null; actual: string | null };

/** A sentence as its record has it now, and what the record is about. */
export type Sentence = { words: string; about: string };

/** A document that came out of a conference; `title` names it in a list of papers. */
export type Outcome = {
  id: string;
  title: string;
  code: string;
  subject: string;
  status: 'draft' | 'issued' | 'voided';
  /** Read when it is asked for: a list of titles needs none. @throws AppError CONTENT_DAMAGED */
  body: () => Body;
};

/** What the owner of the records knows. Each is asked once for everything that is wanted. */
export type Resolvers = {
  /** By id; a record that is gone is left out. */
  sentences: Record<
    LiveRef['source'],
    (db: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, Sentence>>
  >;
  /** How a clause of another document is called; null when it is gone. */
  clauses: (
    db: Db,
    refs: readonly ClauseOfDocument[],
  ) => Promise<(ref: ClauseOfDocument) => { label: string | null }>;
  figures: (db: Db, periods: readonly string[]) => Promise<readonly FigureRow[]>;
  /** Oldest first. */
  outcomes: (db: Db, conferenceId: string) => Promise<Outcome[]>;
};

export type References = Pick<Resolvers, 'outcomes'> & {
  /** The sentences of the records as they stand; null where the record is gone. */
  sentences: (db: Db, refs: readonly LiveRef[]) => Promise<(ref: LiveRef) => Sentence | null>;
  /** The figures of tables as they stand. */
  figures: (db: Db, tables: readonly Table[]) => Promise<(table: Table) => string>;
  /**
   * How the chips of texts read now. What cannot be followed reads as it was put in; so does a clause "of this document"
   * where there is none (`own` null: minutes).
   */
  words: (db: Db, bodies: readonly Body[], own: Body | null) => Promise<ChipWords>;
  /** The text with its chips and tables as they read now: what is kept when a document is issued. */
  settled: (db: Db, body: Body) => Promise<Body>;
};

export function createReferences(resolvers: Resolvers): References {
  const sentences: References['sentences'] = async (db, refs) => {
    const found = new Map<string, Sentence>();
    for (const [source, ids] of Map.groupBy(refs, (ref) => ref.source)) {
      const wanted = [...new Set(ids.map(({ refId }) => refId))];
      for (const [id, sentence] of await resolvers.sentences[source](db, wanted))
        found.set(`${source} ${id}`, sentence);
    }
    return ({ source, refId }) => found.get(`${source} ${refId}`) ?? null;
  };

  const words: References['words'] = async (db, bodies, own) => {
    const chips = bodies.flatMap(chipsOf);
    if (chips.length === 0) return asPut;
    const elsewhere = chips.flatMap((chip) => (chip.type === 'clauseRef' ? (otherDocument(chip) ?? []) : []));
    const clause = await resolvers.clauses(db, elsewhere);
    const sentence = await sentences(
      db,
      chips.flatMap((chip) => (chip.type === 'liveText' ? [chip.attrs] : [])),
    );
    const labels = new Map(own ? clausesOf(own).map(({ id, label }) => [id, label]) : []);
    return (chip) => {
      if (chip.type === 'liveText') return sentence(chip.attrs)?.words ?? chip.attrs.seen;
      const other = otherDocument(chip);
      return (other ? clause(other).label : labels.get(chip.attrs.clauseId)) ?? chip.attrs.label;
    };
  };

  const settled: References['settled'] = async (db, body) => {
    const word = await words(db, [body], body);
    const read = mapChips(body, (chip) =>
      chip.type === 'liveText'
        ? { ...chip, attrs: { ...chip.attrs, seen: word(chip) } }
        : { ...chip, attrs: { ...chip.attrs, label: word(chip) } },
    );
    const rows = await resolvers.figures(db, periodsIn([read]));
    if (rows.length === 0) return read;
    const content = read.content.map((block) =>
      block.type === 'indicatorTable'
        ? { ...block, attrs: { ...block.attrs, seen: figuresIn(rows, block.attrs) } }
        : block,
    );
    return { ...read, content };
  };

  return {
    sentences,
    words,
    settled,
    figures: async (db, tables) => {
      const rows = await resolvers.figures(db, [...new Set(tables.map(({ period }) => period))]);
      return (table) => figuresIn(rows, table);
    },
    outcomes: resolvers.outcomes,
  };
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

function asPut(chip: Chip): string {
  return chip.type === 'liveText' ? chip.attrs.seen : chip.attrs.label;
}

function otherDocument({ attrs: { documentId, clauseId } }: ClauseRef): ClauseOfDocument | null {
  return documentId === null ? null : { documentId, clauseId };
}

function figuresIn(rows: readonly FigureRow[], { period, indicatorIds }: Table): string {
  return figuresOf(
    indicatorIds,
    rows.filter((row) => row.period === period),
  );
}
