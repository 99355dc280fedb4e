import type { Kysely } from 'kysely';
import type { QueryContext } from '#main/api/context.ts';
import type { Database } from '#main/db/schema.ts';
import { indicatorRows } from '#main/features/indicators/index.ts';
import { getOrganisation } from '#main/features/organisation/index.ts';
import type { References } from '#main/references/references.ts';
import type { DocumentRecord, Drift } from '#shared/features/documents/schema.ts';
import { issuerLines } from '#shared/features/organisation/issuers.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';
import { chipsOf } from '#shared/text-model/clauses.ts';
import { figuresOf, movedFigures, periodsIn, tablesIn } from '#shared/text-model/live-tables.ts';
import { findIssuedPrint } from '../repository.ts';

type Db = Kysely<Database>;

/** What an issued document would say otherwise if it were made today. Its paper stays as it is. */
export async function documentDrift(
  { db, services, today }: Pick<QueryContext, 'db' | 'services' | 'today'>,
  document: DocumentRecord,
): Promise<Drift[]> {
  if (document.status !== 'issued' || document.isFromPaper) return [];
  return [
    ...(await movedNames(db, document, today())),
    ...(await movedWords(db, services.references, document)),
    ...(await movedTables(db, document)),
  ];
}

async function movedNames(db: Db, { id, issuer }: DocumentRecord, today: string): Promise<Drift[]> {
  const print = await findIssuedPrint(db, id);
  const name = nameOn(await getOrganisation(db), today);
  if (print?.kind !== 'document' || !name) return [];
  const { parentLine, issuingLine } = issuerLines(name, issuer);
  const lines = [
    { kind: 'parentName', before: print.head.parentLine ?? '', now: parentLine },
    { kind: 'issuerName', before: print.head.issuingLine, now: issuingLine },
    { kind: 'placeName', before: print.head.placeName, now: name.placeName },
  ] as const;
  return lines.filter(({ before, now }) => before !== now).map((line) => ({ ...line, what: '' }));
}

async function movedWords(db: Db, references: References, { body }: DocumentRecord): Promise<Drift[]> {
  const chips = chipsOf(body);
  const words = await references.words(db, [body], body);
  const refs = chips.flatMap((chip) => (chip.type === 'liveText' ? [chip.attrs] : []));
  const live = await references.sentences(db, refs);
  return chips.flatMap((chip): Drift[] => {
    if (chip.type === 'clauseRef') {
      const { label } = chip.attrs;
      const now = words(chip);
      return now === label ? [] : [{ kind: 'clause', what: '', before: label, now }];
    }
    const { source, seen } = chip.attrs;
    const sentence = live(chip.attrs);
    const now = sentence?.words ?? null;
    return now === seen ? [] : [{ kind: source, what: sentence?.about ?? '', before: seen, now }];
  });
}

async function movedTables(db: Db, { body }: DocumentRecord): Promise<Drift[]> {
  const rows = await indicatorRows(db, periodsIn([body]));
  return tablesIn(body).flatMap(({ period, indicatorIds, caption, seen }) => {
    if (!seen) return [];
    const here = rows.filter((row) => row.period === period);
    return movedFigures(indicatorIds, seen, figuresOf(indicatorIds, here)).map(
      ({ indicatorId, field, before, now }): Drift => ({
        kind: field,
        what: here.find(({ id }) => id === indicatorId)?.name ?? caption,
        before,
        now,
      }),
    );
  });
}
