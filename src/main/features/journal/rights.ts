import { type Actor, mayCall } from '#main/api/context.ts';
import type { Services } from '#main/api/services.ts';
import { rowsOfSets } from '#main/db/journal/still-undoable.ts';
import type { Step } from '#main/db/journal/undo.ts';
import type { Reading } from '#main/db/open.ts';
import { allMethods } from '#shared/contract.ts';
import { type Method, writers } from '#shared/define.ts';
import { AppError } from '#shared/errors.ts';

type Asked = { actor: Actor; services: Pick<Services, 'rowRules'>; store: Pick<Reading, 'raw'> };

const methods: ReadonlyMap<string, Method> = allMethods();

/** None when an earlier version of the program had it. */
export function methodOf(command: string): Method | undefined {
  return methods.get(command);
}

/**
 * Why this person may not take these back: whoever may not do it, to these rows, may not undo it either. Asked for a whole
 * list at once.
 */
export function refusalsOf({ actor, services, store }: Asked, steps: readonly Step[]): Map<number, AppError> {
  const refused = new Map<number, AppError>();
  const rules = new Map(Object.entries(services.rowRules));
  for (const [command, same] of Map.groupBy(steps, (step) => step.command)) {
    const rule = rules.get(command);
    const seqs = same.map(({ seq }) => seq);
    if (!mayDo(actor, command)) for (const seq of seqs) refused.set(seq, new AppError('FORBIDDEN'));
    else if (rule) {
      const rows = rowsOfSets(store.raw, rule.table, seqs);
      const byRow = rule.refusals(store.raw, actor, [...new Set([...rows.values()].flat())]);
      for (const [seq, rowIds] of rows) {
        const why = rowIds.flatMap((rowId) => byRow.get(rowId) ?? [])[0];
        if (why) refused.set(seq, why);
      }
    }
  }
  return refused;
}

/** @throws AppError FORBIDDEN, RULE */
export function requireRight(asked: Asked, step: Step | null): void {
  const refused = step && refusalsOf(asked, [step]).get(step.seq);
  if (refused) throw refused;
}

/** What no method is called any more was a command of those who write. */
function mayDo(actor: Actor, command: string): boolean {
  const method = methodOf(command);
  return method ? mayCall(actor, method) : writers.some((role) => actor.roles.includes(role));
}
