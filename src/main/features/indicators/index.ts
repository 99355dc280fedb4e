export { listIndicators } from './repository.ts';
