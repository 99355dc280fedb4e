import { describe, expect, it } from 'vitest';
import { assertionFaults } from '../../scripts/lint/assertions.ts';
import { layers } from '../../scripts/lint/features.ts';
import { parseSource } from '../../scripts/lint/sources.ts';

const file = 'src/main/features/tasks/repository.ts';
const faultsOf = (text: string, at = file, most = 1000, mostInAll = 1000) => {
  const rooms = [
    { at: 'src/main/', most },
    { at: 'src/main/db/', most: 1000 },
  ];
  return assertionFaults([parseSource(at, text)], { ...layers, assertions: { mostInAll, rooms } });
};

describe('JSON', () => {
  it.each([
    'const task = JSON.parse(text) as Task;',
    'const task = JSON.parse(text) as unknown as Task;',
    'const task = <Task>JSON.parse(text);',
    'const task = JSON.parse(text)!;',
    'const task: Task = JSON.parse(text);',
    'const task = JSON.parse(text);',
    'const { id } = JSON.parse(text);',
    'const tasks = rows.map((row) => ({ ...row, names: JSON.parse(row.names) as string[] }));',
  ])('is not taken for something: %s', (text) => {
    expect(faultsOf(`\n${text}`)).toEqual([
      { file, line: 2, says: expect.stringContaining('read it by a schema'), what: 'JSON.parse' },
    ]);
  });

  it.each([
    'const task: unknown = JSON.parse(text);',
    'const task = taskSchema.parse(JSON.parse(text));',
    'const text = JSON.stringify(task) as string;',
    "const text = 'JSON.parse(text) as Task';",
    '// JSON.parse(text) as Task',
  ])('may be looked at: %s', (text) => {
    expect(faultsOf(text)).toEqual([]);
  });
});

describe('assertions in a thousand lines', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, i) => `export const line${i} = ${i};\n`);
  const withThree = (count: number) =>
    [
      ...lines(count - 3),
      'export const a = b as C;\n',
      'export const d = <E>f;\n',
      'export const g = h!;\n',
    ].join('');

  it('are as many as the room may have', () => {
    expect(faultsOf(withThree(1000), file, 3)).toEqual([]);
    expect(faultsOf(withThree(999), file, 3)).toEqual([
      {
        file: 'src/main/',
        line: 1,
        says: expect.stringMatching(/^3 type assertions in 999 lines, more than 3/u),
        what: null,
      },
    ]);
  });

  it('are none of `as const`, `satisfies` and the names of imports', () => {
    const text = [
      "import { a as b } from './c.ts';",
      "export const names = ['d', 'e'] as const;",
      'export const all = { f: 1 } satisfies Row;',
      'export type G = Record<(typeof names)[number], string>;',
      'export const isH = (given: unknown): given is Row => true;',
    ].join('\n');
    expect(faultsOf(text, file, 0)).toEqual([]);
  });

  it('of a room within another count there and in all', () => {
    expect(faultsOf(withThree(10), 'src/main/db/open.ts', 0)).toEqual([]);
    expect(faultsOf(withThree(10), 'src/main/db/open.ts', 0, 299)).toEqual([
      expect.objectContaining({ file: 'src/' }),
    ]);
    expect(faultsOf(withThree(10), 'src/main/db.ts', 0)).toHaveLength(1);
  });
});
