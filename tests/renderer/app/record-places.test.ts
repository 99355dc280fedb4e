import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeOfDraft } from '#renderer/lib/record-places.ts';
import { appRoot } from '../../support/test-app.ts';

test('the draft of every form has a place where it goes on', () => {
  const files = globSync('src/renderer/**/*.{ts,tsx}', { cwd: appRoot });
  const keys = files.flatMap((file) =>
    [...readFileSync(join(appRoot, file), 'utf8').matchAll(/draftKey(?: =|:) [`']([a-z]+):/gu)].map(
      (match) => [file, match[1] ?? ''] as const,
    ),
  );
  expect(keys.length).toBeGreaterThan(10);
  const places = readFileSync(join(appRoot, 'src/renderer/lib/record-places.ts'), 'utf8');
  for (const [file, feature] of keys)
    expect(places.includes(`\n  ${feature}: (`), `${file}: add "${feature}" to record-places.ts`).toBe(true);
});

test('what is new has no record yet; what another version knew is offered in the settings', () => {
  expect(placeOfDraft('documents:new')).toMatchObject({ id: null, label: 'app.draft.document' });
  expect(placeOfDraft('documents:0190')).toMatchObject({ id: '0190' });
  expect(placeOfDraft('indicators:2021')).toMatchObject({ params: { year: '2021' } });
  expect(placeOfDraft('conferences:preset-cell')).toEqual(placeOfDraft('settings:preset-cell'));
  expect(placeOfDraft('gone:1')).toMatchObject({ label: 'app.draft.settings' });
});
