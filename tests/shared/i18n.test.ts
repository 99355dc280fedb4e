import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allMethods } from '#shared/contract.ts';
import { errorCodes } from '#shared/errors.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import { languages } from '#shared/i18n/languages.ts';
import { pluralsOf, withPlurals } from '#shared/i18n/plurals.ts';
import { errorText, isLoaded, isMessageId, loadLanguage, translate } from '#shared/i18n/translate.ts';
import vi from '#shared/i18n/vi.json' with { type: 'json' };
import { appRoot } from '../support/test-app.ts';

const catalogues: Record<(typeof languages)[number], Record<string, string>> = { vi, en };

/** A name each, however often it stands there. */
function placeholders(text: string): string[] {
  const counts = pluralsOf(text).map(({ count }) => count);
  const rest = withPlurals(text, 'en', Object.fromEntries(counts.map((count) => [count, 2])));
  const others = [...rest.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
  return [...new Set([...counts, ...others])].sort();
}

function sources(folder: string): string[] {
  return readdirSync(join(appRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

describe('the catalogue', () => {
  test('English is complete, with the same placeholders', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [id, text] of Object.entries(vi)) {
      const other = catalogues.en[id] ?? '';
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

  test('what is damaged is told with the name of its record and the words of its field', () => {
    const params = { name: 'Nghị quyết 05-NQ/ĐU', field: 'journal.field.body' };
    const text = errorText('vi', { code: 'CONTENT_DAMAGED', detail: { params } });
    expect(text).toMatch(/^Nội dung đã lưu của “Nghị quyết 05-NQ\/ĐU”, mục “Nội dung”, bị hỏng/u);
    const unnamed = { reason: 'unnamed', params: { ...params, name: '' } };
    expect(errorText('vi', { code: 'CONTENT_DAMAGED', detail: unnamed })).toMatch(/mục “Nội dung”, bị hỏng/u);
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

describe('counts', () => {
  const counted = Object.entries(catalogues.en).flatMap(([id, text]) => {
    const names = pluralsOf(text).map(({ count }) => count);
    return isMessageId(id) && names.length > 0 ? [{ id, names }] : [];
  });
  const withCount = ({ id, names }: (typeof counted)[number], count: number) =>
    translate('en', id, Object.fromEntries(names.map((name) => [name, count])));

  test('have a form for every case of the language, and none that it does not know', () => {
    for (const language of languages) {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      for (const [id, text] of Object.entries(catalogues[language])) {
        for (const { forms } of pluralsOf(text)) {
          expect([language, id, [...forms.keys()].sort()]).toEqual([
            language,
            id,
            [...pluralCategories].sort(),
          ]);
        }
        expect(text.match(/plural,/gu)?.length ?? 0, id).toBe(pluralsOf(text).length);
      }
    }
  });

  test('are never followed by a word that is the same for one and for many, unless it is', () => {
    const names =
      'all|changes|collected|copies|count|invalid|issued|left|maximum|minutes|most|names|need|pages|present|rows|seats|times|total|valid|votes';
    const alike = 'collected|entered|in|issued|more|needed|of|possible|received|replaced';
    const bare = new RegExp(String.raw`\{(?:${names})\} (?!(?:${alike})\b)[a-z]+`, 'u');
    const wrong = Object.entries(catalogues.en).filter(([, text]) => bare.test(text));
    expect(wrong).toEqual([]);
  });

  test.each([
    ['app.status.drafts', '0 unsaved drafts', '1 unsaved draft', '2 unsaved drafts', '21 unsaved drafts'],
    ['conferences.people.addCount', 'Add 0 people', 'Add 1 person', 'Add 2 people', 'Add 21 people'],
    [
      'journal.account.added',
      '0 paragraphs added',
      '1 paragraph added',
      '2 paragraphs added',
      '21 paragraphs added',
    ],
    [
      'documents.checks.switchedOff',
      '0 checks are switched off',
      '1 check is switched off',
      '2 checks are switched off',
      '21 checks are switched off',
    ],
  ] as const)('%s', async (id, ...expected) => {
    await loadLanguage('en');
    expect([0, 1, 2, 21].map((count) => translate('en', id, { count }))).toEqual(expected);
  });

  test('all read right for none, one, two and twenty-one', async () => {
    await loadLanguage('en');
    expect(counted.length).toBeGreaterThan(60);
    for (const message of counted) {
      const [none, one, two, many] = [0, 1, 2, 21].map((count) => withCount(message, count));
      expect(one, message.id).not.toMatch(/#|plural|\b1 (?!is\b|was\b)\w+s\b|\b1 (?:are|were|people)\b/u);
      expect(one?.replaceAll('1', '2'), message.id).not.toBe(two);
      expect(none, message.id).toBe(two?.replaceAll('2', '0'));
      expect(many, message.id).toBe(two?.replaceAll('2', '21'));
    }
  });

  test('may each have their own form in one text, and come as they are shown', async () => {
    await loadLanguage('en');
    const id = 'documents.many.exportedSome';
    expect(translate('en', id, { count: 1, pages: 12, left: 1, folder: 'A' })).toBe(
      '1 PDF file, 12 pages, is in the folder A. 1 document known only from the paper register was left out.',
    );
    expect(translate('en', 'backup.count.document', { count: '1.000' })).toBe('1.000 documents');
    expect(translate('en', 'conferences.election.result', { name: 'B', votes: '01', share: '10%' })).toBe(
      'B: 01 vote (10%),',
    );
    expect(translate('en', id, { count: 1 })).toContain('{left, plural,');
  });
});
