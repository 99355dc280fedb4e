import { leading } from './leading.ts';
import { office } from './office.ts';
import type { TypeRow } from './row.ts';
import { working } from './working.ts';

/**
 * The types of Quy định 399 that a commune committee can meet (domain 2.1), by a key of our own and in the order in which
 * they are listed. Not here: what only the Centre issues (Cương lĩnh, Điều lệ, chiến lược).
 */
export const typeTable = { ...leading, ...working, ...office } satisfies Record<string, TypeRow>;
