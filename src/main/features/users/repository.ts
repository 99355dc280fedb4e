import type { Kysely, Transaction } from 'kysely';
import type { Database, UserTable } from '#main/db/schema.ts';
import { AppError } from '#shared/errors.ts';
import { userRecord } from '#shared/features/users/records.ts';
import type { User, UserFields } from '#shared/features/users/schema.ts';
import { readFields, toColumns } from '#shared/record.ts';
import { compareText } from '#shared/text/sort.ts';
import { rolesIn } from './active-users.ts';

type Db = Kysely<Database>;

/** In the order of the alphabet. */
export async function listUsers(db: Db): Promise<User[]> {
  const rows = await db.selectFrom('user').selectAll().execute();
  return rows.map(toUser).sort((a, b) => compareText(a.name, b.name));
}

/** Who may come in, in the order of the alphabet. */
export async function listPeople(db: Db) {
  const rows = await db.selectFrom('user').selectAll().where('is_active', '=', 1).execute();
  const people = rows.map((row) => ({ id: row.id, name: row.name, title: row.title, roles: rolesIn(row) }));
  return people.sort((a, b) => compareText(a.name, b.name));
}

export async function findUser(db: Db, id: string): Promise<User | null> {
  const row = await db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toUser(row) : null;
}

export async function hasUsers(db: Db): Promise<boolean> {
  return (await db.selectFrom('user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Of somebody else than `own`. */
export async function isNameTaken(db: Db, name: string, own = ''): Promise<boolean> {
  const row = await db
    .selectFrom('user')
    .select('id')
    .where('name', '=', name)
    .where('id', '<>', own)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertUser(
  db: Transaction<Database>,
  user: UserFields & { id: string },
  pinSetAt: string,
): Promise<void> {
  await db
    .insertInto('user')
    .values({ id: user.id, ...columnsOf(user), pin_set_at: pinSetAt })
    .execute();
}

/** @throws AppError NOT_FOUND */
export async function updateUser(
  db: Transaction<Database>,
  id: string,
  fields: UserFields | { pinSetAt: string },
): Promise<void> {
  const values = 'pinSetAt' in fields ? { pin_set_at: fields.pinSetAt } : columnsOf(fields);
  const { numUpdatedRows } = await db
    .updateTable('user')
    .set(values)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AppError('NOT_FOUND');
}

function columnsOf({ name, title, roles, isActive }: UserFields) {
  return toColumns(userRecord, { name, title, roles, isActive });
}

function toUser(row: UserTable): User {
  return { id: row.id, ...readFields(userRecord, ['name', 'title', 'roles', 'isActive'], row) };
}
