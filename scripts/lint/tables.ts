import type { Fault } from './faults.ts';
import type { Layers } from './features.ts';
import { isNode, type Node, nodesOf, type Source, textOf } from './sources.ts';

/** What the query builder takes a table by. */
const builders = [
  ...['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'replaceInto', 'mergeInto', 'using', 'from'],
  ...['innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin'],
];
const byVariable = 'a table by variable';

/** Which tables are named in SQL outside the folder of their owner, and whether every table has one. */
export function tableFaults(sources: readonly Source[], schema: string, layers: Layers): Fault[] {
  const { tableOwners, knowEveryTable } = layers;
  const checked = sources.filter(
    ({ file }) => file.startsWith('src/main/') && !knowEveryTable.some((room) => file.startsWith(room)),
  );
  const named = checked.flatMap((source) =>
    tablesIn(source, new Set(Object.keys(tableOwners))).flatMap(({ name, line }): Fault[] => {
      const folder = folderOf(tableOwners[name]);
      if (folder !== null && source.file.startsWith(folder)) return [];
      return [{ file: source.file, line, says: sayOf(name, folder), what: name }];
    }),
  );
  return [...ownerFaults(schema, layers), ...named];
}

function sayOf(name: string, folder: string | null): string {
  return folder === null
    ? 'names a table by a variable, and no table by its name: nobody sees whose it is; write the names here'
    : `names the table ${name} in SQL: ${folder} owns it; let its index.ts export a function or a fragment of SQL`;
}

function folderOf(owner: string | undefined): string | null {
  if (owner === undefined) return null;
  return owner === 'db' || owner === 'paper' ? `src/main/${owner}/` : `src/main/features/${owner}/`;
}

function ownerFaults(schema: string, { tableOwners }: Layers): Fault[] {
  const file = 'scripts/lint/features.ts';
  const tables = [...schema.matchAll(/^CREATE TABLE "?(\w+)/gmu)].map(([, name = '']) => name);
  const ownerless = tables.filter((name) => !(name in tableOwners));
  const gone = Object.keys(tableOwners).filter((name) => !tables.includes(name));
  return [
    ...ownerless.map((name) => ({ file, line: 1, says: `the table ${name} has no owner`, what: null })),
    ...gone.map((name) => ({ file, line: 1, says: `the schema has no table ${name}`, what: null })),
  ];
}

type Named = { name: string; line: number };

function tablesIn({ tree, lineAt }: Source, known: ReadonlySet<string>): Named[] {
  const nodes = [...nodesOf(tree)];
  const found = nodes.flatMap((node) =>
    [...builderTables(node), ...sqlTables(node)].map((name) => ({ name, line: lineAt(node.start) })),
  );
  const variable = nodes.find(takesVariable);
  // The names that a variable may have are taken to stand in the same file.
  const possible = variable
    ? nodes.map((node) => ({ name: textOf(node) ?? '', line: lineAt(node.start) }))
    : [];
  const tables = [...found, ...possible].filter(({ name }) => known.has(name));
  if (variable && tables.length === 0) return [{ name: byVariable, line: lineAt(variable.start) }];
  return tables.filter(
    ({ name, line }, at) => at === tables.findIndex((one) => one.name === name && one.line === line),
  );
}

/** `selectFrom('vote as v')`, `selectFrom(['a', 'b'])` */
function builderTables(node: Node): string[] {
  const given = tableOf(node);
  const list = isNode(given) && Array.isArray(given.elements) ? given.elements : [given];
  return list.flatMap((one) => textOf(one)?.split(/\s+as\s+/u)[0] ?? []);
}

function takesVariable(node: Node): boolean {
  const given = tableOf(node);
  return isNode(given) && (given.type === 'Identifier' || given.type === 'MemberExpression');
}

/** What a call of the builder is given as its table. */
function tableOf({ type, callee, arguments: given }: Node): unknown {
  const isCall = type === 'CallExpression' && isNode(callee) && Array.isArray(given);
  if (!isCall || !isNode(callee.property)) return null;
  return builders.includes(String(callee.property.name)) ? given[0] : null;
}

/** Of SQL that stands in the code as text. */
function sqlTables(node: Node): string[] {
  const text = textOf(node) ?? templateText(node);
  if (text === null) return [];
  return [...text.matchAll(/\b(?:from|join|into|update)\s+"?([a-z_]+)/giu)].map(([, name = '']) => name);
}

function templateText({ type, quasis }: Node): string | null {
  if (type !== 'TemplateLiteral' || !Array.isArray(quasis)) return null;
  return quasis.map((part) => (isNode(part) ? rawOf(part.value) : '')).join('?');
}

function rawOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'raw' in value ? String(value.raw) : '';
}
