export { journalPapers } from './papers/index.ts';
