import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInProfiles, withProfile } from '#main/paper/profiles.ts';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import { frozenPrint, storedLayout } from '#shared/paper/frozen.ts';
import { layoutProfile } from '#shared/paper/profile.ts';
import { appRoot } from '../../support/test-app.ts';
import { startTypesetter } from './support/typeset.ts';

/*
 * What programs of before froze, written by them: a resolution, a letter, a paper of the state, minutes, as far as they had
 * them. A later form of the model gets a file here, written by the program that comes before it; none is changed.
 */
const forms = ['1-first', '2-guideline-by-name', '3-early-layout', '4-whole-layout'] as const;

function printsOf(form: (typeof forms)[number]): string[] {
  const file = join(appRoot, 'tests/fixtures/frozen-prints', `${form}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as unknown[]).map((print) => JSON.stringify(print));
}

const where = () => ({ name: 'Nghị quyết 01-NQ/ĐU', field: 'journal.field.issued_print' });
const readAll = (form: (typeof forms)[number]) => printsOf(form).map((text) => frozenPrint.read(text, where));

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = startTypesetter();
});
afterAll(() => typesetter.dispose());

describe.each(forms)('%s', (form) => {
  test('is set, every page of it, and the same at every time', async () => {
    for (const print of readAll(form)) {
      const model = withProfile(print);
      expect(layoutProfile.safeParse(model.profile).success).toBe(true);
      const [once, again] = [await typesetter.pdf(model), await typesetter.pdf(model)];
      expect(once.pages).toBeGreaterThan(0);
      expect(Buffer.from(once.bytes).equals(Buffer.from(again.bytes))).toBe(true);
    }
  });

  test('says what it said: nothing but the layout is added', () => {
    for (const text of printsOf(form)) {
      const { profile: _, ...stored } = JSON.parse(text) as Record<string, unknown>;
      const { profile: __, ...read } = frozenPrint.read(text, where);
      expect(read).toEqual(stored);
    }
  });
});

test('a paper that names its guideline gets the built-in layout of that name', () => {
  const named = [...readAll('1-first'), ...readAll('2-guideline-by-name')];
  expect(named.map(({ profile }) => profile)).toEqual(named.map(() => 'hd36'));
  for (const print of named) expect(withProfile(print).profile).toBe(builtInProfiles[0]);
});

test('an early layout gets what it lacked as the program of then set it', () => {
  for (const { profile } of readAll('3-early-layout')) {
    if (typeof profile === 'string') throw new Error('named');
    expect(profile.addressees).toMatchObject({ startsBelow: false, end: '', lastEnd: '' });
    expect(profile.appendix.reference).toMatchObject({ beforeDate: ', ', dateIn: 'figures' });
  }
});

test('an early layout that an office kept is read the same way', () => {
  const [text = ''] = printsOf('3-early-layout');
  const { profile } = JSON.parse(text) as { profile: unknown };
  const read = storedLayout.read(JSON.stringify(profile), where);
  expect(layoutProfile.safeParse(read).success).toBe(true);
});

test('what is frozen today is stored as it is: bare, with its whole layout', () => {
  for (const text of printsOf('4-whole-layout')) {
    const read = frozenPrint.read(text, where);
    expect(typeof read.profile).toBe('object');
    expect(frozenPrint.write(read)).toBe(text);
  }
});

test.each([
  ['cut off', (text: string) => text.slice(0, -20)],
  ['of another guideline', (text: string) => text.replace('"profile":"hd36"', '"profile":"hd99"')],
  ['without its body', (text: string) => text.replace('"body":', '"corpus":')],
])('a print that is %s is told with the name of its document', (_, damage) => {
  const [text = ''] = printsOf('1-first');
  const expected = expect.objectContaining({ code: 'CONTENT_DAMAGED', detail: { params: where() } });
  expect(() => frozenPrint.read(damage(text), where)).toThrow(expected);
});
