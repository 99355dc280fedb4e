import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

export type Import = {
  /** As it stands there: "./repository.ts", "#main/db/open.ts". */
  name: string;
  /** The file in the repository; null for a package. */
  file: string | null;
  line: number;
  /** Whether it is there when the program begins to run: neither a type alone nor loaded later. */
  isStatic: boolean;
};

export type Source = {
  file: string;
  imports: readonly Import[];
  tree: Node;
  lines: number;
  lineAt: (place: number) => number;
};

/** A node of the syntax tree; what is not a node in it is a value or a list. */
export type Node = { type: string; start: number } & { readonly [key: string]: unknown };

const aliases = { '#shared/': 'src/shared/', '#main/': 'src/main/', '#renderer/': 'src/renderer/' };

export function readSources(root: string): Source[] {
  const files = globSync('src/{shared,main,renderer,preload}/**/*.{ts,tsx}', { cwd: root });
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((file) => parseSource(file, readFileSync(path.join(root, file), 'utf8')));
}

/** @throws Error when it is no TypeScript */
export function parseSource(file: string, text: string): Source {
  const { program, errors } = parseSync(file, text, { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  const [fault] = errors;
  if (fault) throw new Error(`${file}: ${fault.message}`);
  const tree: unknown = program;
  if (!isNode(tree)) throw new Error(`${file}: no syntax tree`);
  const lineAt = (place: number) => text.slice(0, place).split('\n').length;
  const imports = [...nodesOf(tree)].flatMap((node): Import[] => {
    const name = importedName(node);
    if (name === null) return [];
    const { type, importKind, exportKind } = node;
    const isType = importKind === 'type' || exportKind === 'type' || type === 'TSImportType';
    const isStatic = !isType && type !== 'ImportExpression';
    return [{ name, file: fileOf(file, name), line: lineAt(node.start), isStatic }];
  });
  return { file, imports, tree, lines: text.trimEnd().split('\n').length, lineAt };
}

/** The node and everything below it. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child);
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** The words of a text that stands in the code as it is; null for everything else. */
export function textOf(node: unknown): string | null {
  return isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

/** `import`, `import type`, `export from`, `import()` and `typeof import()`. */
function importedName({ type, source }: Node): string | null {
  const imports = [
    'ImportDeclaration',
    'ExportNamedDeclaration',
    'ExportAllDeclaration',
    'ImportExpression',
    'TSImportType',
  ];
  return imports.includes(type) ? textOf(source) : null;
}

function fileOf(from: string, name: string): string | null {
  if (name.startsWith('.')) return path.posix.join(path.posix.dirname(from), name);
  const alias = Object.entries(aliases).find(([short]) => name.startsWith(short));
  return alias ? name.replace(...alias) : null;
}
