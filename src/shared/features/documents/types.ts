import type { Regime } from '../../paper/profile.ts';
import { type TypeFacts, type TypeRow, unsaid } from './types/row.ts';
import { typeTable } from './types/table.ts';

export type DocumentType = keyof typeof typeTable;
export const documentTypes = Object.keys(typeTable) as [DocumentType, ...DocumentType[]];

/** All that is known of the type: its row, and what its row leaves unsaid. */
export function typeOf(type: DocumentType): TypeFacts {
  const row: TypeRow = typeTable[type];
  return { ...unsaid, ...row };
}

/** The name of the type as printed. */
export function typeName(type: DocumentType): string {
  return typeOf(type).name;
}

export function isLetter(type: DocumentType): boolean {
  return typeOf(type).form === 'letter';
}

/** "NQ"; "QĐ" for a quy định of the Party, "QyĐ" for one of the state (domain 2.1, 2.4). */
export function typeSymbol(type: DocumentType, regime: Regime): string {
  const { symbol, stateSymbol } = typeOf(type);
  return (regime === 'state' && stateSymbol) || symbol;
}
