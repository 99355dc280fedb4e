import type { Actor } from '#main/api/context.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import type { StoredOpinion } from './repository.ts';

/** Those who work on the document settle every opinion on it, anybody else one's own. */
export function maySettle(actor: Actor, opinion: Pick<StoredOpinion, 'actor'>): boolean {
  return actor.roles.some((role) => role === 'clerk' || role === 'admin') || opinion.actor === actor.id;
}

/** Who has been answered does not take back what was answered. @throws AppError RULE, FORBIDDEN */
export function requireCorrectable(actor: Actor, opinion: StoredOpinion, isAnswered: boolean): void {
  if (opinion.actor !== actor.id) throw new AppError('FORBIDDEN', { reason: 'opinionOfAnother' });
  if (isAnswered) throw ruleError('opinionAnswered');
  requireOpen(opinion);
}

/** Of two who settle it the second is told who was first. @throws AppError RULE */
export function requireOpen({ settled }: StoredOpinion): void {
  if (settled) throw ruleError('opinionSettled', { name: settled.actorName });
}
