import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectDir } from '../../scripts/lib/project.ts';

/*
 * What comments and pages cite is in this repository: sections of the domain, decisions, files, the ends of links.
 * Each check returns what is missing, as it is cited, and is first shown something that is not there.
 */
const text = (file: string) => readFileSync(path.join(projectDir, file), 'utf8');
const files = (...patterns: string[]) =>
  globSync(patterns, { cwd: projectDir })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

const pages = files('*.md', 'docs/**/*.md');
const sources = files(
  '*.{ts,jsonc}',
  '{src,scripts,templates,migrations,tests}/**/*.{ts,tsx,css,sql,typ}',
).filter((file) => file !== 'tests/scripts/docs.test.ts');

/** A comment may break its line between the words of a citation. */
const joined = (content: string) => content.replace(/\n[ \t]*(?:\*(?!\/)|\/\/|--)?[ \t]*/gu, ' ');

function missingAmong(
  names: readonly string[],
  missing: (content: string, name: string) => string[],
): string[] {
  return names.flatMap((name) => missing(joined(text(name)), name).map((cited) => `${name}: ${cited}`));
}

const found = (content: string, pattern: RegExp) => [...content.matchAll(pattern)].map(([, one = '']) => one);

describe('the domain', () => {
  const domain = text('docs/domain.md');
  const sections = new Set(found(domain, /^##+ (\d+(?:\.\d+)?)/gmu));
  const rows = found(
    domain.slice(domain.indexOf('### 1.2 '), domain.indexOf('### 1.3 ')),
    /^\| (\d+[a-z]?) \|/gmu,
  );
  // "component 7" is all of 7a, 7b and 7c.
  const components = new Set(rows.flatMap((row) => [row, row.replace(/[a-z]$/u, '')]));

  // "domain 2.3", "domain 1.2, 9c", "domain 1.1–1.5, 2.4", "components 7 and 9"
  const number = String.raw`\d+(?:\.\d+|[a-z]\b)?`;
  const pattern = String.raw`\b((?:domain(?:\.md)?|components?) ${number}(?:(?:,? components?|,| and|–) ?${number})*)`;
  const citationsIn = (content: string) => found(content, new RegExp(pattern, 'giu'));

  function isThere(one: string, cited: string): boolean {
    if (one.includes('.')) return sections.has(one);
    return /[a-z]$/u.test(one) || /component/iu.test(cited) ? components.has(one) : sections.has(one);
  }

  const missing = (content: string) =>
    citationsIn(content).filter(
      (cited) => !found(cited, new RegExp(`(${number})`, 'gu')).every((one) => isThere(one, cited)),
    );

  test('has every section and component that is cited', () => {
    expect(
      missing(
        '(domain 2.9) domain 1.2, 9d; Component 8: component 7b, 2.4; domain.md 1.1–1.8, 2.4, domain 12, domain 6.',
      ),
    ).toEqual(['domain 2.9', 'domain 1.2, 9d', 'Component 8', 'domain.md 1.1–1.8, 2.4', 'domain 12']);
    expect(sources.flatMap((file) => citationsIn(joined(text(file)))).length).toBeGreaterThan(50);
    expect(missingAmong([...sources, ...pages], missing)).toEqual([]);
  });
});

describe('the decisions', () => {
  const folder = 'docs/decisions';
  const decisions = files(`${folder}/[0-9]*.md`).map((file) => path.posix.basename(file));
  const numbers = decisions.map((file) => file.slice(0, 4));

  test('are in the index, each once and in order', () => {
    const row = /^\| \[(\d{4})\]\((\S+)\) \| (.+?) \| (\d{4}-\d\d-\d\d) \| (.+?) \| (.+?) \|$/gmu;
    const index = [...text(`${folder}/README.md`).matchAll(row)];
    expect(index.map(([, , file]) => file)).toEqual(decisions);
    for (const [, number = '', file, title, , status = '', line] of index) {
      const own = text(`${folder}/${file}`);
      expect(own.split('\n', 1)).toEqual([`# ${number} ${title}`]);
      expect(line).not.toBe('');
      if (status === 'standing') continue;
      const [, other = ''] = /^(?:amended|superseded) by (\d{4})$/u.exec(status) ?? [];
      expect(numbers, `${number}: ${status}`).toContain(other);
      // Who reads only one of the two learns of the other.
      expect(own, `${number} names ${other}`).toContain(`decision ${other}`);
    }
  });

  test('are there when they are cited', () => {
    const missing = (content: string) =>
      found(content, /\bdecisions? (\d+)/giu).filter((number) => !numbers.includes(number));
    expect(missing('Decision 0099 and decision 7, decision 0001')).toEqual(['0099', '7']);
    expect(missingAmong([...sources, ...pages], missing)).toEqual([]);
  });
});

describe('files', () => {
  const folders = '{src,scripts,templates,migrations,tests,docs}';
  const known = files('*.*', `${folders}/**`).map((file) => `/${file}`);

  // A name says enough: `errors.ts`, `text/quantities.ts`. A path from one of our folders is that path.
  const isKnown = (name: string) =>
    /^(?:src|scripts|templates|migrations|tests|docs)\//u.test(name)
      ? existsSync(path.join(projectDir, name))
      : known.some((file) => file.endsWith(`/${name}`));

  const named =
    /`((?:(?:src|scripts|templates|migrations|tests|docs)\/[\w./-]*)|(?!NNNN)[\w./-]+\.(?:tsx?|sql|typ|md|css))`/gu;
  const missing = (content: string) => found(content, named).filter((name) => !isKnown(name));

  test('that comments and pages name are there', () => {
    expect(missing('`src/nowhere/`, `no-such.ts`, `src/preload/`, `errors.ts`, `<f>/records.ts`')).toEqual([
      'src/nowhere/',
      'no-such.ts',
    ]);
    expect(missingAmong([...sources, ...pages.filter((page) => page !== 'CHANGELOG.md')], missing)).toEqual(
      [],
    );
  });
});

describe('links', () => {
  /** The anchor of a heading as forges make it. */
  const anchor = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-');
  const withoutCode = (content: string) => content.replace(/```.*?```|`[^`\n]*`/gsu, '');
  const anchorsOf = (page: string) =>
    found(text(page).replace(/```.*?```/gsu, ''), /^#+ (.+)$/gmu).map(anchor);
  const linksIn = (content: string) => found(withoutCode(content), /\]\(([^)\s]+)\)/gu);

  /** The file in the repository that a link leads to; null for the web. */
  const target = (page: string, link: string) =>
    /^https:/u.test(link)
      ? null
      : path.posix.join(path.posix.dirname(page), link.replace(/#.*$/u, '') || path.posix.basename(page));

  const missing = (content: string, page: string) =>
    linksIn(content).filter((link) => {
      const file = target(page, link);
      if (file === null) return false;
      const [, part] = link.split('#');
      return (
        !existsSync(path.join(projectDir, file)) || (part !== undefined && !anchorsOf(file).includes(part))
      );
    });

  test('lead to what is there', () => {
    const wrong = ['nowhere.md', '../README.md#nothing', '#nothing', 'http://example.com'];
    const right = [
      'domain.md#23-numbers',
      '../README.md',
      '#6-the-reorganisation-of-2025',
      'https://example.com',
    ];
    const content = [...wrong, ...right].map((link) => `[a](${link})`).join(' ');
    expect(missing(content, 'docs/domain.md')).toEqual(wrong);
    expect(pages.flatMap((page) => missing(text(page), page).map((link) => `${page}: ${link}`))).toEqual([]);
  });

  test('lead from the front page to every other', () => {
    const reached = new Set(['README.md']);
    for (const page of reached) {
      for (const link of linksIn(text(page))) {
        const file = target(page, link);
        if (file && pages.includes(file)) reached.add(file);
      }
    }
    expect(pages.filter((page) => !reached.has(page))).toEqual([]);
  });
});
