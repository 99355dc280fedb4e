export { deleteOpinionsOf } from './repository.ts';

// Loaded when it is asked for: few print it, and not in every session.
export const opinionsToPrint: typeof import('./opinions-print.ts').opinionsToPrint = async (...all) =>
  (await import('./opinions-print.ts')).opinionsToPrint(...all);
