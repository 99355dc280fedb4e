export { reviewPapers } from './papers/index.ts';
export { deleteOpinionsOf } from './repository.ts';
