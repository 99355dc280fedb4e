export { reviewObjections } from './objections.ts';
export { reviewPapers } from './papers/index.ts';
export { reviewRowRules } from './row-rules.ts';
