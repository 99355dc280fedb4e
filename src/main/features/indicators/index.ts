export { indicatorRows, listIndicators } from './repository.ts';
