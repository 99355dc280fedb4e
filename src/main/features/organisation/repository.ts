import type { Kysely, Selectable, Transaction } from 'kysely';
import type { BodyNameTable, Database, PositionTable, TermTable } from '#main/db/schema.ts';
import {
  bodyNameRecord,
  memberRecord,
  positionRecord,
  termRecord,
} from '#shared/features/organisation/records.ts';
import type { BodyName, Member, Organisation, Position, Term } from '#shared/features/organisation/schema.ts';
import { calledIn, readFields, readRow, toColumns } from '#shared/record.ts';
import { fold } from '#shared/text/fold.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

export async function getOrganisation(db: Db): Promise<Organisation> {
  const names = await listNames(db);
  return { bodyId: await findBody(db), names: names.map(toBodyName), terms: await listTerms(db) };
}

/** What is said of the office on every screen, and in every backup: also when the lines of one of its bodies are damaged. */
export async function getOffice(db: Db) {
  const names = (await listNames(db)).map((row) =>
    readFields(bodyNameRecord, ['name', 'validFrom', 'validTo'], row),
  );
  return { bodyId: await findBody(db), names, terms: await listTerms(db) };
}

async function findBody(db: Db): Promise<string | null> {
  const body = await db.selectFrom('body').select('id').orderBy('created_at').limit(1).executeTakeFirst();
  return body?.id ?? null;
}

function listNames(db: Db) {
  return db.selectFrom('body_name').selectAll().orderBy('valid_from').execute();
}

async function listTerms(db: Db): Promise<Term[]> {
  return (await db.selectFrom('term').selectAll().orderBy('starts_on').execute()).map(toTerm);
}

export async function insertBody(db: Trx, id: string, createdAt: string): Promise<void> {
  await db.insertInto('body').values({ id, created_at: createdAt }).execute();
}

export async function upsertBodyName(db: Trx, bodyId: string, { id, ...name }: BodyName): Promise<void> {
  const row = toColumns(bodyNameRecord, name);
  await db
    .insertInto('body_name')
    .values({ id, body_id: bodyId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function deleteBodyName(db: Trx, id: string): Promise<void> {
  await db.deleteFrom('body_name').where('id', '=', id).execute();
}

export async function upsertTerm(db: Trx, bodyId: string, term: Term): Promise<void> {
  const row = { ordinal: term.ordinal, starts_on: term.startsOn, ends_on: term.endsOn };
  await db
    .insertInto('term')
    .values({ id: term.id, body_id: bodyId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export type MemberFilter = {
  termId?: string | undefined;
  on?: string | undefined;
  search?: string | undefined;
};

/** In the order of the paper list. */
export async function listMembers(db: Db, filter: MemberFilter): Promise<Member[]> {
  let rows = db.selectFrom('member').selectAll().orderBy('list_order').orderBy('id');
  const { termId, on, search } = filter;
  if (termId) rows = rows.where('term_id', '=', termId);
  if (on) {
    rows = rows
      .where('valid_from', '<=', on)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', on)]));
  }
  if (search) rows = rows.where('folded_name', 'like', `%${fold(search)}%`);
  const members = await rows.execute();
  const positions = await db
    .selectFrom('position')
    .selectAll()
    .where(
      'member_id',
      'in',
      members.map((member) => member.id),
    )
    .orderBy('list_order')
    .execute();
  return members.map((member) => ({
    id: member.id,
    ...readRow(memberRecord, member),
    positions: positions
      .filter((row) => row.member_id === member.id)
      .map((row) => toPosition(row, () => calledIn(memberRecord, member))),
  }));
}

export async function nextListOrder(db: Db, termId: string): Promise<number> {
  const last = await db
    .selectFrom('member')
    .select((select) => select.fn.max('list_order').as('order'))
    .where('term_id', '=', termId)
    .executeTakeFirst();
  return Number(last?.order ?? 0) + 1;
}

export async function upsertMember(db: Trx, member: Member, newId: () => string): Promise<void> {
  const row = {
    term_id: member.termId,
    full_name: member.fullName,
    folded_name: fold(member.fullName),
    valid_from: member.validFrom,
    valid_to: member.validTo,
    list_order: member.listOrder,
  };
  await db
    .insertInto('member')
    .values({ id: member.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await db.deleteFrom('position').where('member_id', '=', member.id).execute();
  for (const [index, position] of member.positions.entries()) {
    await db
      .insertInto('position')
      .values({
        id: newId(),
        member_id: member.id,
        role: position.role,
        title: position.title,
        valid_from: position.validFrom,
        valid_to: position.validTo,
        list_order: index + 1,
      })
      .execute();
  }
}

export async function setListOrder(db: Trx, id: string, order: number): Promise<void> {
  await db.updateTable('member').set({ list_order: order }).where('id', '=', id).execute();
}

function toBodyName(row: Selectable<BodyNameTable>): BodyName {
  const { bodyId: _, ...name } = readRow(bodyNameRecord, row);
  return { id: row.id, ...name };
}

function toTerm(row: Selectable<TermTable>): Term {
  return { id: row.id, ...readFields(termRecord, ['ordinal', 'startsOn', 'endsOn'], row) };
}

function toPosition(row: Selectable<PositionTable>, member: () => string): Position {
  return readFields(positionRecord, ['role', 'title', 'validFrom', 'validTo'], row, member);
}
