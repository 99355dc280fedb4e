import { z } from 'zod';
import { command, query, type Role } from '../../define.ts';
import { byId, id, isoDate, line, nothing } from '../../fields.ts';
import { awaited, handing, way, withReason, work } from './schema.ts';
import { asked, sheet, sheetReturn } from './sheets.ts';

const readers: readonly Role[] = ['reviewer', 'approver'];

/** No step is undone: the next one answers it, so that the way stays as it was gone. */
const step = (allow: readonly Role[]) => ({ allow, final: true });

export const approvalsContract = {
  /** Where a draft stands and how it came there. */
  get: query(z.strictObject({ documentId: id }), way),
  /** What waits for the one at the PC, the most urgent first. */
  mine: query(nothing, z.array(work)),
  /** What others still have to give back, the most urgent first. */
  awaited: query(nothing, z.array(awaited)),
  submit: command(handing, nothing, step(['clerk', 'admin'])),
  /** On to somebody else who decides. */
  forward: command(handing, nothing, step(readers)),
  withdraw: command(
    z.strictObject({ documentId: id, reason: line(500).default('') }),
    nothing,
    step(['clerk', 'admin']),
  ),
  return: command(withReason, nothing, step(readers)),
  refuse: command(withReason, nothing, step(['approver'])),
  /**
   * `version`: the one that was read. What followed records is written down as it reads now, and that only when
   * `acceptMoved` agrees to it.
   */
  approve: command(
    z.strictObject({ documentId: id, version: id, acceptMoved: z.boolean().default(false) }),
    nothing,
    step(['approver']),
  ),
  lift: command(withReason, nothing, step(['approver', 'admin'])),
  /** Who was asked in writing, and what came back. */
  sheets: query(z.strictObject({ documentId: id }), z.array(sheet)),
  /** To the committee, thirty people, or to every body and cell of a commune. */
  handOutSheets: command(
    z.strictObject({ documentId: id, people: z.array(asked).min(1).max(200), dueOn: isoDate.nullable() }),
    nothing,
  ),
  enterSheet: command(sheetReturn.extend({ id }), nothing),
  /** It is not back after all. */
  clearSheet: command(byId, nothing),
  removeSheet: command(byId, nothing),
};
