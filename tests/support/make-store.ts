import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { loadMigrations } from '#main/db/migrate.ts';
import { countsIn, undoableIn } from './stores/describe-store.ts';
import { keepFixture, type StoreFixture } from './stores/fixture.ts';
import { officeClock } from './stores/office-clock.ts';
import { shownBy } from './stores/shown.ts';
import { tellStory } from './stores/story.ts';
import { createTeller } from './stores/teller.ts';
import { appRoot, createTestApp, removeTempFolders, type TestApp, tempFolder } from './test-app.ts';

/*
 * Makes the store of today's schema and what stands beside it, by the program's own commands:
 *   node tests/support/make-store.ts
 */
const schema = loadMigrations(join(appRoot, 'migrations')).length;
const clock = officeClock(schema);
clock.turnTo('2026-01-05', '07:30');
const app = await createTestApp({ folder: tempFolder(), sources: clock.sources });
const teller = createTeller(app, clock);
const { raw, file } = app.store();
const days: StoreFixture['days'] = [];
await tellStory(teller, async (day) => {
  const seq = raw.prepare('SELECT max(seq) FROM change_set').pluck().get() as number;
  days.push({ day, seq, ...(await shownBy(app.call)) });
});
const note: StoreFixture = {
  schema,
  commit: commitOfProgram(),
  office: (await app.call.app.status({})).officeName ?? '',
  people: teller.people,
  ids: { ...teller.ids, step: newestStep(raw) },
  days,
  papers: await papersOf(app),
  drafts: teller.drafts,
  undoable: undoableIn(raw),
  counts: countsIn(raw),
};
await app.close();
if (app.logged.length > 0) throw app.logged[0];
keepFixture(note, readFileSync(inOneFile(file)));
removeTempFolders();

/** What was issued and what was voided, without what is only on paper. */
async function papersOf({ call }: TestApp): Promise<StoreFixture['papers']> {
  const papers: StoreFixture['papers'] = [];
  for (const { id, status } of await call.documents.list({})) {
    const { isFromPaper, pdf } = await call.documents.get({ id });
    if (status !== 'draft' && !isFromPaper) papers.push({ documentId: id, sha256: pdf?.sha256 ?? null });
  }
  return papers;
}

/** The step that lies before somebody; no method tells its id. */
function newestStep(store: Sqlite.Database): string {
  return store.prepare('SELECT id FROM document_step ORDER BY at DESC LIMIT 1').pluck().get() as string;
}

/** Null while the program has changes that no commit has. */
function commitOfProgram(): string | null {
  const program = ['--', 'src', 'migrations', 'templates'];
  const git = (...words: string[]) =>
    execFileSync('git', [...words, ...program], { cwd: appRoot, encoding: 'utf8' }).trim();
  return git('status', '--porcelain') === '' ? git('log', '-1', '--format=%H') : null;
}

/** Without a log beside it, so that it can be read where nothing can be written. */
function inOneFile(file: string): string {
  const whole = join(tempFolder(), 'whole.db');
  const closed = new Sqlite(file);
  closed.prepare('VACUUM INTO ?').run(whole);
  closed.close();
  return whole;
}
