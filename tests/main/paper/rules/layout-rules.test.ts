import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import type { DocumentModel } from '#shared/paper/model.ts';
import { readPdf } from '../support/pdf-reader.ts';
import { startTypesetter } from '../support/typeset.ts';
import { checkLayout } from './check.ts';
import { documentOf, kindNames, profileIds } from './documents.ts';

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = startTypesetter();
});
afterAll(() => typesetter.dispose());

async function check(model: DocumentModel) {
  const { bytes, pages } = await typesetter.pdf(model);
  const pdf = await readPdf(bytes);
  expect(pdf.pages).toHaveLength(pages);
  return { pages, ...checkLayout(pdf, model) };
}

describe.each(profileIds)('the rules of the guideline %s', (id) => {
  const applied = new Set<string>();

  it.each(kindNames)('hold in the document "%s"', async (kind) => {
    const result = await check(documentOf(id, kind));
    expect(result.broken).toEqual({});
    for (const name of result.applied) applied.add(name);
    if (kind === 'fortyPages') expect(result.pages).toBeGreaterThanOrEqual(40);
    if (kind === 'short') expect(result.pages).toBe(1);
  });

  it('hold on paper printed on both sides', async () => {
    for (const kind of ['long', 'everything'] as const) {
      const model = documentOf(id, kind);
      expect((await check({ ...model, meta: { ...model.meta, isTwoSided: true } })).broken).toEqual({});
    }
  });

  it('are at least forty', () => {
    expect(applied.size).toBeGreaterThanOrEqual(40);
  });
});
