import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectDir, toolFile } from '../../scripts/lib/project.ts';

/*
 * The lint configuration judges small files at the places where such code would stand: each import that the table of
 * directions must let pass or refuse, and each way of putting visible text into code.
 */
const allowed: Record<string, readonly string[]> = {
  'src/shared/features/tasks/rules.ts': ['zod', 'big.js', '#shared/errors.ts', '../../text/fold.ts'],
  'src/preload/index.ts': ['electron', '#shared/bridge.ts'],
  'src/main/index.ts': ['electron', '#main/db/open.ts'],
  'src/main/electron/window.ts': ['electron', '#main/api/dispatch.ts'],
  'src/main/api/dispatch.ts': ['zod', '#main/features/tasks/handlers.ts', './context.ts'],
  'src/main/features/tasks/handlers.ts': [
    './repository.ts',
    '#main/features/reviews/index.ts',
    '#main/db/schema.ts',
  ],
  'src/renderer/app/routes.ts': ['react', '#renderer/features/tasks/TasksPage.tsx'],
  'src/renderer/features/tasks/queries.ts': [
    '#renderer/features/reviews/index.ts',
    '#renderer/ui/button.tsx',
  ],
  'src/renderer/lib/client.ts': ['#shared/contract.ts'],
};

const refused: Record<string, readonly string[]> = {
  'src/shared/text/fold.ts': ['node:fs', 'react', 'electron', '#main/db/open.ts', '../../main/db/open.ts'],
  'src/preload/bridge.ts': ['zod', 'node:fs', '#main/db/open.ts'],
  'src/main/electron/dialogs.ts': ['#renderer/lib/client.ts', '../api/dispatch.ts'],
  'src/main/api/context.ts': ['electron', '#main/electron/window.ts', '#renderer/lib/client.ts'],
  'src/main/features/tasks/repository.ts': [
    'electron',
    '#main/electron/window.ts',
    '#main/api/dispatch.ts',
    '#main/features/reviews/repository.ts',
  ],
  'src/main/db/open.ts': ['electron', '#main/api/context.ts', '#main/features/tasks/index.ts'],
  'src/renderer/app/shell.ts': ['electron', 'node:fs', '#main/api/dispatch.ts'],
  'src/renderer/features/tasks/mutations.ts': [
    '#renderer/app/routes.ts',
    '#renderer/features/reviews/queries.ts',
  ],
  'src/renderer/ui/button.ts': ['electron', '#renderer/features/tasks/index.ts', '#renderer/app/routes.ts'],
};

const textInCode = [
  '<b>Save</b>',
  "<b>{'Save'}</b>",
  '<input placeholder="Name" />',
  "<input aria-label={'Name'} />",
  '<i data-x="Đảng ủy" />',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code as text
  '<i data-x={`Đảng ủy ${y}`} />',
];
const noText = [
  '<b className="wide" />',
  "<b>{t('tasks.page.title')} · {' '}</b>",
  '<b title={y}>{y}</b>',
  '<A label="tasks.page.title" />',
];

type Complaint = { file: string; line: number; rule: string };

const folder = mkdtempSync(path.join(os.tmpdir(), 'lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

function lint(files: Record<string, string>): Complaint[] {
  for (const name of ['biome.jsonc', '.gitignore', 'scripts/lint']) {
    cpSync(path.join(projectDir, name), path.join(folder, name), { recursive: true });
  }
  for (const [place, code] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, place)), { recursive: true });
    writeFileSync(path.join(folder, place), code);
  }
  const args = ['lint', '--reporter=github', '--max-diagnostics=none', ...Object.keys(files)];
  const { stdout } = spawnSync(process.execPath, [toolFile('@biomejs/biome', 'biome'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return [...stdout.matchAll(/^::error title=([^,]+),file=([^,]+),line=(\d+),/gm)].map(
    ([, rule = '', file = '', line]) => ({
      rule: rule.replace(/^.*\//, ''),
      file: path.relative(folder, path.resolve(folder, file)).replaceAll('\\', '/'),
      line: Number(line),
    }),
  );
}

// One import or one element on each line, so that a complaint's line names the case.
const importLines = (from: readonly string[]) => from.map((name) => `import '${name}';\n`).join('');
const elementLines = (jsx: readonly string[]) =>
  jsx.map((element, i) => `export const A${i} = ({ t, y }: Props) => ${element};\n`).join('');

const page = 'src/renderer/features/tasks/TasksPage.tsx';
const silent = 'src/renderer/features/tasks/QuietPage.tsx';
const complaints = lint({
  ...Object.fromEntries(
    [...Object.entries(allowed), ...Object.entries(refused)].map(([place, from]) => [
      place,
      importLines(from),
    ]),
  ),
  [page]: elementLines(textInCode),
  [silent]: elementLines(noText),
});

function rulesAt(file: string, index: number): string[] {
  return complaints
    .filter((found) => found.file === file && found.line === index + 1)
    .map(({ rule }) => rule);
}

const cases = (table: Record<string, readonly string[]>) =>
  Object.entries(table).flatMap(([place, from]) => from.map((name, index) => ({ place, name, index })));

describe('the table of import directions', () => {
  it.each(cases(allowed))('$place may import $name', ({ place, index }) => {
    expect(rulesAt(place, index)).not.toContain('noRestrictedImports');
  });

  it.each(cases(refused))('$place may not import $name', ({ place, index }) => {
    expect(rulesAt(place, index)).toContain('noRestrictedImports');
  });
});

describe('visible text in code', () => {
  const textRules = /^(plugin|noJsxLiterals)$/;

  it.each(textInCode.map((jsx, index) => ({ jsx, index })))('$jsx is found', ({ index }) => {
    expect(rulesAt(page, index).filter((rule) => textRules.test(rule))).not.toEqual([]);
  });

  it.each(noText.map((jsx, index) => ({ jsx, index })))('$jsx is none', ({ index }) => {
    expect(rulesAt(silent, index).filter((rule) => textRules.test(rule))).toEqual([]);
  });
});
