export { journalPapers } from './papers/index.ts';
export { verifyNow } from './verified.ts';
