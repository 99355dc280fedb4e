import { describe, expect, it } from 'vitest';
import { circleFaults } from '../../scripts/lint/circles.ts';
import { withoutExceptions } from '../../scripts/lint/faults.ts';
import { type Layers, layers as ours } from '../../scripts/lint/features.ts';
import { layerFaults } from '../../scripts/lint/layers.ts';
import { parseSource } from '../../scripts/lint/sources.ts';
import { tableFaults } from '../../scripts/lint/tables.ts';

/*
 * Small trees of files that do not exist, judged by a table of four features: each rule has to refuse what goes against
 * it, and to let everything else pass.
 */
const order = ['people', 'tasks', 'reports', 'print'];
const layers: Layers = {
  ...ours,
  order: { 'src/shared': order, 'src/main': order, 'src/renderer': ['print', 'tasks', 'people'] },
  tableOwners: { person: 'people', task: 'tasks', layout: 'paper', change: 'db' },
  exceptions: [],
};
const schema =
  'CREATE TABLE person (\n);\nCREATE TABLE "task" (\n);\nCREATE TABLE layout (\n);\nCREATE TABLE change (\n);\n';

type Tree = Record<string, string>;
const sourcesOf = (tree: Tree) => Object.entries(tree).map(([file, text]) => parseSource(file, text));
const says = (faults: readonly { says: string }[]) => faults.map((fault) => fault.says);
const imports = (file: string, name: string) =>
  says(layerFaults(sourcesOf({ [file]: `import '${name}';` }), layers));
const tables = (file: string, text: string) => says(tableFaults(sourcesOf({ [file]: text }), schema, layers));

const handlers = 'src/main/features/tasks/handlers.ts';

describe('the order of the features', () => {
  it.each([
    [handlers, '#main/features/people/index.ts'],
    [handlers, '#shared/features/people/rules.ts'],
    [handlers, '#shared/features/tasks/rules.ts'],
    [handlers, '#main/paper/blocks.ts'],
    ['src/shared/features/tasks/schema.ts', '../people/schema.ts'],
    ['src/main/api/handlers.ts', '#main/features/print/handlers.ts'],
    ['src/shared/contract.ts', './features/print/contract.ts'],
    // On the screen the order is another one.
    ['src/renderer/features/people/Page.tsx', '#renderer/features/tasks/index.ts'],
    ['src/renderer/features/tasks/Page.tsx', '#shared/features/reports/schema.ts'],
    ['src/renderer/features/tasks/Page.tsx', '#renderer/features/print/index.ts'],
  ])('%s may import %s', (file, name) => {
    expect(imports(file, name)).toEqual([]);
  });

  it.each([
    [handlers, '#main/features/reports/index.ts', /reports lies above tasks; let src\/main\/api hand in/],
    [handlers, '#shared/features/reports/schema.ts', /reports lies above tasks/],
    ['src/shared/features/people/schema.ts', '../tasks/schema.ts', /tasks lies above people/],
    ['src/renderer/features/tasks/Page.tsx', '#renderer/features/people/index.ts', /people lies above tasks/],
    [handlers, '#main/features/people/repository.ts', /used through its index\.ts/],
    [
      'src/renderer/features/people/Page.tsx',
      '#renderer/features/tasks/queries.ts',
      /used through its index\.ts/,
    ],
    ['src/main/features/reports/handlers.ts', '#main/features/print/index.ts', /no feature knows print/],
    [handlers, '#main/features/novel/index.ts', /novel has no place/],
    ['src/main/features/novel/handlers.ts', '#main/features/people/index.ts', /novel has no place/],
  ])('%s may not import %s', (file, name, why) => {
    expect(imports(file, name)).toEqual([expect.stringMatching(why)]);
  });

  it('sees every way of importing', () => {
    const text = [
      "import { a } from '#main/features/reports/index.ts';",
      "import type { B } from '#main/features/reports/index.ts';",
      "export { c } from '#main/features/reports/index.ts';",
      "export type * from '#main/features/reports/index.ts';",
      "export const d = () => import('#main/features/reports/index.ts');",
      "export type E = import('#main/features/reports/index.ts').E;",
      'export const text = "import \'#main/features/reports/index.ts\'";',
      "// import '#main/features/reports/index.ts';",
    ].join('\n');
    const faults = layerFaults(sourcesOf({ [handlers]: text }), layers);
    expect(faults.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('rooms', () => {
  it.each([
    'src/main/db/open.ts',
    'src/main/paper/word/index.ts',
    'src/main/references/references.ts',
    'src/main/numbering/numbering.ts',
  ])('%s knows no feature', (file) => {
    const refused = [expect.stringMatching(/lies below the features; let people hand in/)];
    expect(imports(file, '#main/features/people/index.ts')).toEqual(refused);
    expect(imports(file, '#shared/features/people/schema.ts')).toEqual(refused);
    expect(imports(file, '#shared/text/dates.ts')).toEqual([]);
  });

  it.each(['src/shared/text-model/body.ts', 'src/shared/paper/model.ts'])('%s knows no feature', (file) => {
    expect(imports(file, '../features/people/schema.ts')).toHaveLength(1);
    expect(imports(file, '../text/dates.ts')).toEqual([]);
  });

  it.each([
    ['src/main/features/tasks/papers/list.ts', '../repository.ts'],
    ['src/main/paper/word/index.ts', '../blocks.ts'],
    ['src/main/paper/profiles.ts', '../../../templates/profiles/own.json'],
    ['src/main/program.ts', './api/handlers.ts'],
    ['src/shared/features/tasks/rules.ts', '../../text/dates.ts'],
  ])('%s may import %s', (file, name) => {
    expect(imports(file, name)).toEqual([]);
  });

  it.each([
    ['src/main/features/tasks/papers/list.ts', '../../people/index.ts'],
    [handlers, '../../db/open.ts'],
    ['src/main/paper/blocks.ts', '../db/open.ts'],
    ['src/renderer/features/tasks/Page.tsx', '../../lib/client.ts'],
  ])('%s may not climb to %s', (file, name) => {
    expect(imports(file, name)).toEqual([expect.stringMatching(/that leaves src\/.*; name it by #/)]);
  });
});

describe('circles of files', () => {
  it('are found however long they are', () => {
    const tree = {
      'src/main/a.ts': "import './b.ts';",
      'src/main/b.ts': "export * from '#main/c.ts';",
      'src/main/c.ts': "import { a } from './a.ts';",
    };
    expect(says(circleFaults(sourcesOf(tree)))).toEqual([
      expect.stringContaining('src/main/a.ts → src/main/b.ts → src/main/c.ts → src/main/a.ts'),
    ]);
  });

  it('are none where one way is of types or taken later', () => {
    const tree = {
      'src/main/a.ts': "import './b.ts'; import './c.ts';",
      'src/main/b.ts': "import type { A } from './a.ts';",
      'src/main/c.ts': "export const a = () => import('./a.ts');",
    };
    expect(circleFaults(sourcesOf(tree))).toEqual([]);
  });
});

describe('tables', () => {
  const repository = 'src/main/features/tasks/repository.ts';

  it.each([
    ['the owner', repository, "db.selectFrom('task as t').selectAll();"],
    ['the owner, by a variable', repository, "for (const table of ['task'] as const) db.deleteFrom(table);"],
    ['a room that owns one', 'src/main/paper/profiles-repository.ts', "db.insertInto('layout');"],
    ['db', 'src/main/db/journal/undo.ts', "raw.prepare('DELETE FROM task');"],
    ['the journal', 'src/main/features/journal/names.ts', "db.selectFrom('task'); db.selectFrom(table);"],
    ['whoever asks a part of the statement', repository, "db.selectFrom(all.as('person'));"],
    ['a word that is no SQL', repository, "const kind = 'person';"],
  ])('may be named by %s', (_, file, text) => {
    expect(tables(file, text)).toEqual([]);
  });

  it.each([
    ["db.selectFrom('person').selectAll();"],
    ["db.selectFrom('task as t').innerJoin('person as p', 'p.id', 't.person_id');"],
    ["db.selectFrom('task').leftJoin('person', 'person.id', 'task.person_id');"],
    ["db.selectFrom(['task', 'person as p']);"],
    ["db.insertInto('person').values(row);"],
    ["db.updateTable('person').set(row);"],
    ["db.deleteFrom('person');"],
    ["for (const table of ['task', 'person'] as const) db.deleteFrom(table);"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code as text
    ['sql`SELECT name FROM person WHERE id = ${sql.ref(column)}`;'],
    ["raw.prepare('SELECT t.id FROM task t JOIN person ON person.id = t.person_id');"],
    ['raw.exec(`UPDATE "person" SET name = 1`);'],
  ])('may not be named elsewhere: %s', (text) => {
    expect(tables(repository, text)).toEqual([
      expect.stringMatching(/names the table person in SQL: src\/main\/features\/people\/ owns it/),
    ]);
  });

  it('may not hide behind a variable', () => {
    expect(tables(repository, 'db.selectFrom(table).selectAll();')).toEqual([
      expect.stringMatching(/names a table by a variable/),
    ]);
  });

  it('all have an owner', () => {
    const newer = `${schema.replace('CREATE TABLE person (\n);\n', '')}CREATE TABLE novel (\n);\n`;
    expect(says(tableFaults([], newer, layers))).toEqual([
      'the table novel has no owner',
      'the schema has no table person',
    ]);
  });
});

describe('exceptions', () => {
  const faults = layerFaults(sourcesOf({ [handlers]: "import '#main/features/reports/index.ts';" }), layers);
  const because = 'it is known';

  it('let pass what they name', () => {
    expect(withoutExceptions(faults, [{ at: handlers, what: 'reports', because }])).toEqual([]);
    expect(withoutExceptions(faults, [{ at: 'src/main/features/tasks/', what: '*', because }])).toEqual([]);
  });

  it('let nothing else pass, and are a fault once nothing needs them', () => {
    const other = { at: handlers, what: 'people', because };
    expect(says(withoutExceptions(faults, [other]))).toEqual([
      expect.stringContaining('reports lies above tasks'),
      expect.stringContaining('not needed any more'),
    ]);
  });
});
