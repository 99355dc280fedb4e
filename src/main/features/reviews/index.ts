export { reviewPapers } from './papers/index.ts';
