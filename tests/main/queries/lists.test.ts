import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { allMethods, type MethodName } from '#shared/contract.ts';
import { type Listening, listenToStatements } from '../../support/statements.ts';
import { createTestApp, removeTempFolders, type TestApp } from '../../support/test-app.ts';
import { type Ask, lists, oncePerRow } from './lists.ts';
import { fillOffice, type Office } from './many-records.ts';

/** No list asks the store once a row: of two records of a kind or of thirty it is the same number of statements. */

type Filled = { app: TestApp; office: Office };
let listening: Listening;
let few: Filled;
let many: Filled;

beforeAll(async () => {
  listening = listenToStatements();
  few = await filled(2);
  many = await filled(30);
}, 180_000);
afterAll(async () => {
  for (const { app } of [few, many]) await app.close();
  listening.stop();
  removeTempFolders();
});

async function filled(count: number): Promise<Filled> {
  const app = await createTestApp();
  return { app, office: await fillOffice(app, count) };
}

async function statementsOf(ask: Ask, { app, office }: Filled): Promise<number> {
  // What is done once after changes, as the search's catching up, is not the list's own.
  await ask(app.call, office);
  const count = async () => (await listening.during(() => ask(app.call, office))).length;
  // What follows a save by itself may fall into one of them.
  return Math.min(await count(), await count());
}

function holdsList(output: z.ZodType): boolean {
  const schema = z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' });
  return JSON.stringify(schema).includes('"type":"array"');
}

test('every query of the contract that answers with a list is asked', () => {
  // What needs no store lists no records.
  const answering = [...allMethods()].filter(([, method]) => method.kind === 'query' && !method.storeless);
  const withList = answering.filter(([, { output }]) => holdsList(output)).map(([name]) => name);
  expect(Object.keys(lists).sort()).toEqual(withList.sort());
});

test.each(Object.entries(lists))('%s asks no more often for many than for few', async (name, ask) => {
  const [forFew, forMany] = [await statementsOf(ask, few), await statementsOf(ask, many)];
  expect(forFew).toBeGreaterThan(0);
  if (oncePerRow[name as MethodName]) expect(forMany).toBeGreaterThan(forFew);
  // Less often is possible: what few rows of an office are about may lie in more tables.
  else expect(forMany).toBeLessThanOrEqual(forFew);
});
