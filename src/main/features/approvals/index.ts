export { approvalObjections } from './objections.ts';
export { approvalPapers } from './papers/index.ts';
