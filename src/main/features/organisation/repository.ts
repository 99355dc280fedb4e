import type { Kysely, Selectable, Transaction } from 'kysely';
import type { BodyNameTable, Database, TermTable } from '#main/db/schema.ts';
import type {
  BodyName,
  Member,
  Organisation,
  Position,
  PositionRole,
  Term,
} from '#shared/features/organisation/schema.ts';
import { fold } from '#shared/text/fold.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

export async function getOrganisation(db: Db): Promise<Organisation> {
  const body = await db.selectFrom('body').select('id').orderBy('created_at').limit(1).executeTakeFirst();
  const names = await db.selectFrom('body_name').selectAll().orderBy('valid_from').execute();
  const terms = await db.selectFrom('term').selectAll().orderBy('starts_on').execute();
  return { bodyId: body?.id ?? null, names: names.map(toBodyName), terms: terms.map(toTerm) };
}

export async function insertBody(db: Trx, id: string, createdAt: string): Promise<void> {
  await db.insertInto('body').values({ id, created_at: createdAt }).execute();
}

export async function upsertBodyName(db: Trx, bodyId: string, name: BodyName): Promise<void> {
  const row = {
    valid_from: name.validFrom,
    valid_to: name.validTo,
    name: name.name,
    parent_line: name.parentLine,
    issuing_line: name.issuingLine,
    place_name: name.placeName,
    symbol: name.symbol,
    committee_name: name.committeeName,
    standing_name: name.standingName,
    superior_level: name.superiorLevel,
    issuers: JSON.stringify(name.issuers),
  };
  await db
    .insertInto('body_name')
    .values({ id: name.id, body_id: bodyId, ...row })
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
    termId: member.term_id,
    fullName: member.full_name,
    validFrom: member.valid_from,
    validTo: member.valid_to,
    listOrder: member.list_order,
    positions: positions.filter((row) => row.member_id === member.id).map(toPosition),
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
  return {
    id: row.id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    name: row.name,
    parentLine: row.parent_line,
    issuingLine: row.issuing_line,
    placeName: row.place_name,
    symbol: row.symbol,
    committeeName: row.committee_name,
    standingName: row.standing_name,
    superiorLevel: row.superior_level,
    issuers: JSON.parse(row.issuers) as BodyName['issuers'],
  };
}

function toTerm(row: Selectable<TermTable>): Term {
  return { id: row.id, ordinal: row.ordinal, startsOn: row.starts_on, endsOn: row.ends_on };
}

function toPosition(row: {
  role: string;
  title: string;
  valid_from: string;
  valid_to: string | null;
}): Position {
  return {
    role: row.role as PositionRole,
    title: row.title,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}
