export { approvalPapers } from './papers/index.ts';
