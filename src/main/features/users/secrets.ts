import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import type { Attempt } from '#shared/features/users/schema.ts';

type Db = Kysely<Database>;

/** Interactive parameters of RFC 7914: about 50 ms a try on an old PC. */
const cost = { N: 16_384, r: 8, p: 1 };
const freeFailures = 3;
const firstWait = 5;
const longestWait = 15 * 60;

/** Of whom: a user by id; null for the recovery code, which belongs to the office. */
export type Owner = string | null;

export async function putSecret(
  db: Transaction<Database>,
  owner: Owner,
  secret: string,
  newId: () => string,
): Promise<void> {
  const salt = randomBytes(16).toString('hex');
  await secretsOf(db, owner).execute();
  await db
    .insertInto('user_secret')
    .values({
      id: newId(),
      user_id: owner,
      salt,
      hash: await hashOf(secret, salt),
      failures: 0,
      wait_until: null,
    })
    .execute();
}

/**
 * Looks whether it is the right one, and counts. After three failures the next try has to wait: 5 seconds, then twice as
 * long each time, at most 15 minutes. The count is stored, so that a restart does not begin anew.
 */
export async function trySecret(
  db: Transaction<Database>,
  owner: Owner,
  secret: string,
  now: string,
): Promise<Attempt> {
  const kept = await db
    .selectFrom('user_secret')
    .selectAll()
    .where('user_id', owner === null ? 'is' : '=', owner)
    .executeTakeFirst();
  if (!kept) return { state: 'closed' };
  const left = secondsLeft(kept.wait_until, now);
  if (left > 0) return { state: 'wait', waitSeconds: left };
  const isRight = timingSafeEqual(
    Buffer.from(await hashOf(secret, kept.salt), 'hex'),
    Buffer.from(kept.hash, 'hex'),
  );
  const failures = isRight ? 0 : kept.failures + 1;
  const waitSeconds = waitAfter(failures);
  await db
    .updateTable('user_secret')
    .set({ failures, wait_until: waitSeconds > 0 ? later(now, waitSeconds) : null })
    .where('id', '=', kept.id)
    .execute();
  return isRight ? { state: 'in' } : { state: 'wrong', waitSeconds };
}

function secretsOf(db: Db, owner: Owner) {
  return db.deleteFrom('user_secret').where('user_id', owner === null ? 'is' : '=', owner);
}

function hashOf(secret: string, salt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), Buffer.from(salt, 'hex'), 32, cost, (error, key) => {
      if (error) reject(error);
      else resolve(key.toString('hex'));
    });
  });
}

function waitAfter(failures: number): number {
  if (failures < freeFailures) return 0;
  return Math.min(longestWait, firstWait * 2 ** (failures - freeFailures));
}

function later(now: string, seconds: number): string {
  return new Date(Date.parse(now) + seconds * 1_000).toISOString();
}

/** A clock that was put back makes nobody wait longer than the longest wait. */
function secondsLeft(until: string | null, now: string): number {
  if (until === null) return 0;
  return Math.min(longestWait, Math.ceil((Date.parse(until) - Date.parse(now)) / 1_000));
}

/** Easily read aloud and typed; 80 bits. Letters and digits that look alike are left out. */
export function newRecoveryCode(): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const signs = [...randomBytes(16)].map((byte) => letters.charAt(byte % letters.length));
  return [0, 4, 8, 12].map((at) => signs.slice(at, at + 4).join('')).join('-');
}

/** As it was printed, however it was typed. */
export function readRecoveryCode(typed: string): string {
  const signs = typed.toUpperCase().replace(/[^A-Z2-9]/gu, '');
  return [0, 4, 8, 12].map((at) => signs.slice(at, at + 4)).join('-');
}
