import type { Actor } from '#main/api/context.ts';
import { AppError, ruleError } from '#shared/errors.ts';

/** What of an opinion says who may do what with it. */
export type Standing = { actor: string; settledByName: string | null; isAnswered: boolean };

/** Those who work on the document settle every opinion on it, anybody else one's own. */
export function settlingRefusal(actor: Actor, opinion: Pick<Standing, 'actor'>): AppError | null {
  const works = actor.roles.some((role) => role === 'clerk' || role === 'admin');
  return works || opinion.actor === actor.id ? null : new AppError('FORBIDDEN', { reason: 'settling' });
}

/** Who has been answered does not take back what was answered. */
export function correctingRefusal(actor: Actor, opinion: Standing): AppError | null {
  if (opinion.actor !== actor.id) return new AppError('FORBIDDEN', { reason: 'opinionOfAnother' });
  if (opinion.isAnswered) return ruleError('opinionAnswered');
  return opinion.settledByName === null ? null : settledRefusal(opinion.settledByName);
}

/** Of two who settle it the second is told who was first. */
export function settledRefusal(name: string): AppError {
  return ruleError('opinionSettled', { name });
}

/** There is no command for it: what was said to others stays, unless its writer takes it back at once. */
export function replyRefusal(actor: Actor, reply: { actor: string }): AppError | null {
  return reply.actor === actor.id ? null : new AppError('FORBIDDEN', { reason: 'replyOfAnother' });
}
