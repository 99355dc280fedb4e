import type { Kysely, Selectable, Transaction } from 'kysely';
import { newestVersionOf } from '#main/db/journal/newest-changes.ts';
import type { Database, DocumentStepTable } from '#main/db/schema.ts';
import { userName } from '#main/features/users/index.ts';
import { documentRecord, documentStepRecord } from '#shared/features/documents/records.ts';
import type { Stage, StepKind } from '#shared/features/documents/stages.ts';
import { stageAfter } from '#shared/features/documents/stages.ts';
import { calledIn, readFields } from '#shared/record.ts';

type Db = Kysely<Database>;

type Step = Pick<Selectable<DocumentStepTable>, 'at' | 'reason'> & {
  kind: StepKind;
  actorName: string;
  assigneeName: string | null;
  dueOn: string | null;
};

/** The way that a draft has gone, oldest first. */
export async function listSteps(db: Db, documentId: string): Promise<Step[]> {
  const rows = await db
    .selectFrom('document_step as s')
    .select(['s.kind', 's.at', 's.actor_name', 's.due_on', 's.reason'])
    .select(userName('s.assignee').as('assignee_name'))
    .where('s.document_id', '=', documentId)
    .orderBy('s.position')
    .execute();
  return rows.map((row) => ({
    ...readFields(documentStepRecord, ['kind', 'at', 'actorName', 'dueOn', 'reason'], row),
    assigneeName: row.assignee_name,
  }));
}

/** The newest step of every draft that has taken one. */
export async function newestSteps(db: Db) {
  const rows = await db
    .selectFrom('document_step as s')
    .innerJoin('document as d', 'd.id', 's.document_id')
    .selectAll('s')
    .select(['d.type', 'd.subject', 'd.code', 'd.date'])
    .where('d.status', '=', 'draft')
    .orderBy('s.document_id')
    .orderBy('s.position')
    .execute();
  const newest = new Map(rows.map((row) => [row.document_id, row]));
  return [...newest.values()].map((row) => ({
    documentId: row.document_id,
    ...readFields(documentRecord, ['type', 'subject'], row),
    ...readFields(documentStepRecord, stepFields, row, () => calledIn(documentRecord, row)),
  }));
}

const stepFields = ['kind', 'at', 'actorName', 'assignee', 'dueOn', 'reason'] as const;

export async function stageOf(db: Db, documentId: string): Promise<Stage> {
  const row = await db
    .selectFrom('document_step')
    .select('kind')
    .where('document_id', '=', documentId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return stageAfter(row ? readFields(documentStepRecord, ['kind'], row).kind : null);
}

export async function insertStep(
  db: Transaction<Database>,
  step: Omit<DocumentStepTable, 'position'>,
): Promise<void> {
  const { count } = await db
    .selectFrom('document_step')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('document_id', '=', step.document_id)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('document_step')
    .values({ ...step, position: count + 1 })
    .execute();
}

/** The newest version of the text in the journal: the id of its change set. */
export async function newestVersion(db: Db, documentId: string): Promise<string | null> {
  return newestVersionOf(db, 'document', documentId);
}
