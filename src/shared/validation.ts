import type { z } from 'zod';
import type { FieldIssue } from './errors.ts';

type RawIssue = z.core.$ZodIssue;

/** Turns zod's findings into message ids; the schemas name their own, the rest is mapped here. */
export function fieldIssues(issues: readonly RawIssue[]): FieldIssue[] {
  return issues.map((issue) => ({ path: issue.path.map(String).join('.'), ...messageOf(issue) }));
}

function messageOf(issue: RawIssue): Pick<FieldIssue, 'message' | 'params'> {
  if (issue.message.startsWith('validation.')) return { message: issue.message };
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string'
        ? { message: 'validation.required' }
        : { message: 'validation.tooSmall', params: { minimum: Number(issue.minimum) } };
    case 'too_big':
      return issue.origin === 'string'
        ? { message: 'validation.tooLong', params: { maximum: Number(issue.maximum) } }
        : { message: 'validation.tooBig', params: { maximum: Number(issue.maximum) } };
    case 'unrecognized_keys':
      return { message: 'validation.unknownField' };
    default:
      return { message: 'validation.invalid' };
  }
}
