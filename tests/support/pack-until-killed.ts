import { packNext } from '#main/db/journal/pack.ts';
import { createTestApp } from './test-app.ts';

/* Packs what an earlier version wrote, a little at a time, and saves in between; somebody kills it on the way. */
const app = await createTestApp({ folder: process.argv[2] ?? '' });
const { db, raw } = app.store();
let isLeft = true;
for (let count = 0; ; count += 1) {
  if (isLeft) isLeft = await db.transaction().execute(async () => packNext(raw, 4_000));
  const text = `câu ${process.argv[3]}-${count}`;
  await app.call.phrases.save({ abbreviation: `k${process.argv[3]}x${count}`, text });
  process.stdout.write(`${text}\n`);
}
