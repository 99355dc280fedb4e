import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { projectDir, toolFile } from '../../scripts/lib/project.ts';

/** The rules that a file of this content would break at this place. */
function broken(place: string, code: string): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [toolFile('@biomejs/biome', 'biome'), 'lint', '--colors=off', `--stdin-file-path=${place}`],
    { cwd: projectDir, input: code, encoding: 'utf8' },
  );
  const known = /noRestrictedImports|noJsxLiterals|noDefaultExport|Visible text in code/g;
  return [...new Set(`${stdout}${stderr}`.match(known))];
}

const imports = (from: string) => `import { x } from '${from}';\nexport const y = x;\n`;

describe('the table of import directions', () => {
  it.each([
    ['src/shared/features/tasks/rules.ts', 'zod'],
    ['src/shared/features/tasks/rules.ts', '../../text/fold.ts'],
    ['src/preload/index.ts', 'electron'],
    ['src/main/index.ts', 'electron'],
    ['src/main/electron/window.ts', '#main/api/dispatch.ts'],
    ['src/main/api/dispatch.ts', '#main/features/tasks/handlers.ts'],
    ['src/main/features/tasks/handlers.ts', '#main/features/reviews/index.ts'],
    ['src/main/features/tasks/handlers.ts', './repository.ts'],
    ['src/main/features/tasks/repository.ts', '#main/db/schema.ts'],
    ['src/renderer/app/routes.ts', '#renderer/features/tasks/TasksPage.ts'],
    ['src/renderer/features/tasks/queries.ts', '#renderer/features/reviews/index.ts'],
    ['src/renderer/features/tasks/queries.ts', '#shared/contract.ts'],
  ])('%s may import %s', (place, from) => {
    expect(broken(place, imports(from))).toEqual([]);
  });

  it.each([
    ['src/shared/features/tasks/rules.ts', 'node:fs'],
    ['src/shared/features/tasks/rules.ts', 'react'],
    ['src/shared/features/tasks/rules.ts', '../../../main/db/open.ts'],
    ['src/preload/index.ts', 'zod'],
    ['src/main/index.ts', '#renderer/lib/client.ts'],
    ['src/main/api/dispatch.ts', 'electron'],
    ['src/main/features/tasks/handlers.ts', '#main/electron/window.ts'],
    ['src/main/features/tasks/handlers.ts', '#main/api/dispatch.ts'],
    ['src/main/features/tasks/handlers.ts', '#main/features/reviews/repository.ts'],
    ['src/main/features/tasks/handlers.ts', '../reviews/repository.ts'],
    ['src/main/db/open.ts', '#main/features/tasks/repository.ts'],
    ['src/renderer/app/routes.ts', 'electron'],
    ['src/renderer/lib/client.ts', 'node:fs'],
    ['src/renderer/lib/client.ts', '#main/api/dispatch.ts'],
    ['src/renderer/ui/Button.ts', '#renderer/features/tasks/index.ts'],
    ['src/renderer/features/tasks/queries.ts', '#renderer/app/routes.ts'],
    ['src/renderer/features/tasks/queries.ts', '#renderer/features/reviews/queries.ts'],
  ])('%s may not import %s', (place, from) => {
    expect(broken(place, imports(from))).toEqual(['noRestrictedImports']);
  });
});

describe('visible text', () => {
  const page = (jsx: string) => `export const Page = () => ${jsx};\n`;

  it.each([
    '<b>Save</b>',
    "<b>{'Save'}</b>",
    '<input placeholder="Name" />',
    "<input aria-label={'Name'} />",
    '<i data-x="Đảng ủy" />',
  ])('%s belongs in the catalogue', (jsx) => {
    expect(broken('src/renderer/features/tasks/TasksPage.tsx', page(jsx))).not.toEqual([]);
  });

  it('may be punctuation', () => {
    const jsx = "<b className=\"wide\">{t('tasks.page.title')} · {' '}</b>";
    expect(broken('src/renderer/features/tasks/TasksPage.tsx', page(jsx))).toEqual([]);
  });
});
