import type { TypeRow } from '#shared/features/documents/types/row.ts';
import { typeTable } from '#shared/features/documents/types/table.ts';

/**
 * Puts one more row into the table, and nothing anywhere else. Whatever lists types reads the table when it is loaded, so
 * this is imported before the program.
 */
const trial: TypeRow = {
  name: 'Văn bản thử',
  symbol: 'VBT',
  powers: ['committee', { issuer: 'cell', from: '2026-01-01' }],
  usual: { committee: 2 },
  outline: { sections: ['Nội dung thử'] },
};

Object.assign(typeTable, { VBT: trial });
