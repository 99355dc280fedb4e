import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allMethods, type MethodName } from '#shared/contract.ts';
import { appRoot } from '../../support/test-app.ts';

/** Each form that keeps what is typed, with the methods that it saves with. */
const forms = globSync('src/renderer/**/*.{ts,tsx}', { cwd: appRoot })
  .map((file) => ({ file, text: readFileSync(join(appRoot, file), 'utf8') }))
  .filter(({ text }) => /= useSavedForm(?:<[^(]*>)?\(\{/u.test(text))
  .map(({ file, text }) => ({ file, text: text.slice(text.indexOf('= useSavedForm')), whole: text }));

const saves = (name: MethodName) => allMethods().get(name)?.saves ?? [];

function savedWith({ text, whole }: { text: string; whole: string }): MethodName[] {
  const call = text.slice(text.search(/^\s+save:/mu)).split(/\n {2,4}\}\);\n/u)[0] ?? '';
  const commands = [...whole.matchAll(/const (\w+) = useCommand\('([\w.]+)'/gu)];
  return commands.flatMap(([, variable, name]) =>
    new RegExp(`\\b${variable}\\.run\\b`, 'u').test(call) ? [name as MethodName] : [],
  );
}

describe('a form of a record', () => {
  const ofRecords = forms.filter(({ text }) => !/^\s+record: null,$/mu.test(text));

  test('is found where there is one', () => {
    expect(ofRecords.length).toBeGreaterThan(9);
    expect(ofRecords.filter((form) => savedWith(form).length === 0).map(({ file }) => file)).toEqual([]);
  });

  test.each(ofRecords.map((form) => [form.file, form] as const))(
    '%s is refused what others saved first',
    (_, form) => {
      for (const name of savedWith(form)) expect(saves(name), name).not.toEqual([]);
      expect(form.text).toMatch(/\bsaving\b|save: \w+\.run,/u);
    },
  );

  test('is saved by the grid of indicators in the same way', () => {
    expect(saves('indicators.save')).not.toEqual([]);
  });
});
