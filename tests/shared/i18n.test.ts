import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allMethods } from '#shared/contract.ts';
import { errorCodes } from '#shared/errors.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import { errorText, isLoaded, isMessageId, loadLanguage, translate } from '#shared/i18n/translate.ts';
import vi from '#shared/i18n/vi.json' with { type: 'json' };
import { appRoot } from '../support/test-app.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map((match) => match[1]).sort();

function sources(folder: string): string[] {
  return readdirSync(join(appRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

describe('the catalogue', () => {
  test('English is complete, with the same placeholders', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [id, text] of Object.entries(vi)) {
      const other = (en as Record<string, string>)[id] ?? '';
      expect([id, placeholders(other)]).toEqual([id, placeholders(text)]);
      expect(text.trim(), id).not.toBe('');
      expect(text, id).toBe(text.normalize('NFC'));
    }
  });

  test('every error code has its words, and none of them shows a code', () => {
    for (const code of errorCodes) {
      const text = errorText('vi', { code, detail: { logId: 'abc' } });
      expect(isMessageId(`error.${code}`), code).toBe(true);
      expect(text).not.toMatch(/[A-Z]{3,}_|SQL|Error/u);
    }
  });

  test('every command has words for the history and the toast', () => {
    for (const [name, method] of allMethods()) {
      if (method.kind === 'command') expect(isMessageId(`journal.command.${name}`), name).toBe(true);
    }
  });

  test('every message is used', () => {
    const code = sources('src').join('\n');
    // Ids that are put together at run time, by their beginning.
    const built = /^(error|validation|journal\.command|journal\.fault|job\.stage)\./u;
    const prefixes = [...code.matchAll(/`([a-z]\w*\.[\w.]*)\$\{/gu)].map((match) => match[1] ?? '');
    // The words of a field's values, by what its record says.
    prefixes.push(...[...code.matchAll(/words: '([\w.]+)'/gu)].map((match) => `${match[1]}.`));
    const unused = Object.keys(vi).filter(
      (id) =>
        !built.test(id) &&
        !code.includes(`'${id}'`) &&
        !code.includes(`"${id}"`) &&
        !prefixes.some((prefix) => id.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  test('is Vietnamese until English, which somebody chose, is there', async () => {
    expect([isLoaded('vi'), isLoaded('en')]).toEqual([true, false]);
    expect(translate('en', 'app.nav.backup')).toBe(vi['app.nav.backup']);
    await loadLanguage('en');
    expect(isLoaded('en')).toBe(true);
    expect(translate('en', 'app.nav.backup')).toBe(en['app.nav.backup']);
    expect(translate('vi', 'app.nav.backup')).toBe(vi['app.nav.backup']);
  });

  test('fills placeholders and leaves the unknown ones to be seen', () => {
    expect(translate('vi', 'validation.tooBig', { maximum: 9 })).toBe('Lớn nhất là 9.');
    expect(translate('vi', 'validation.tooBig')).toContain('{maximum}');
  });
});
