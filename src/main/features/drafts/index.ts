export { countDrafts, handOverDrafts } from './repository.ts';
