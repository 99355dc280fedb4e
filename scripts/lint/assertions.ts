import type { Fault } from './faults.ts';
import type { Bound, Layers } from './features.ts';
import { isNode, type Node, nodesOf, type Source } from './sources.ts';

/** What takes a value for something without looking: a thousand lines may have few of them, and no JSON any. */
export function assertionFaults(sources: readonly Source[], { assertions }: Layers): Fault[] {
  const found = sources.map((source) => {
    const all = [...nodesOf(source.tree)];
    return { source, nodes: all.filter(isAssertion), json: all.filter(takesJson) };
  });
  const parsed = found.flatMap(({ source, json }) =>
    json.map(
      (node): Fault => ({
        file: source.file,
        line: source.lineAt(node.start),
        says: 'takes JSON for what it should be; read it by a schema (src/shared/stored.ts, or zod where it is no record)',
        what: 'JSON.parse',
      }),
    ),
  );
  const { mostInAll, rooms } = assertions;
  const tooMany = [{ at: 'src/', most: mostInAll }, ...rooms].flatMap((bound, i): Fault[] => {
    const inRoom = found.filter(({ source }) => i === 0 || roomOf(source.file, rooms) === bound);
    const count = inRoom.reduce((sum, { nodes }) => sum + nodes.length, 0);
    const lines = inRoom.reduce((sum, { source }) => sum + source.lines, 0);
    if (count * 1000 <= bound.most * lines) return [];
    const says = `${count} type assertions in ${lines} lines, more than ${bound.most} in a thousand: let a schema, a guard or inference say what is known`;
    return [{ file: bound.at, line: 1, says, what: null }];
  });
  return [...parsed, ...tooMany];
}

/** The narrowest one that the file lies in. */
function roomOf(file: string, bounds: readonly Bound[]): Bound | undefined {
  return bounds.filter(({ at }) => file.startsWith(at)).sort((a, b) => b.at.length - a.at.length)[0];
}

/** `x as T`, `<T>x` and `x!`, but not `as const`, which takes nothing for anything. */
function isAssertion({ type, typeAnnotation }: Node): boolean {
  if (type === 'TSTypeAssertion' || type === 'TSNonNullExpression') return true;
  return type === 'TSAsExpression' && !isConst(typeAnnotation);
}

function isConst(type: unknown): boolean {
  return isNode(type) && isNode(type.typeName) && type.typeName.name === 'const';
}

/** `JSON.parse(…) as T`, and a variable of a type that it is given as: only as `unknown` nothing is taken for granted. */
function takesJson(node: Node): boolean {
  if (isAssertion(node)) return isParsed(node.expression);
  if (node.type !== 'VariableDeclarator' || !isParsed(node.init)) return false;
  const { id } = node;
  const annotation = isNode(id) && isNode(id.typeAnnotation) ? id.typeAnnotation.typeAnnotation : null;
  return !isNode(annotation) || annotation.type !== 'TSUnknownKeyword';
}

function isParsed(expression: unknown): boolean {
  if (!isNode(expression) || !isNode(expression.callee)) return false;
  const { object, property } = expression.callee;
  return nameOf(object) === 'JSON' && nameOf(property) === 'parse';
}

function nameOf(node: unknown): unknown {
  return isNode(node) ? node.name : null;
}
