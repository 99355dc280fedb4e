export { indicatorTables } from './papers/table.ts';
export { indicatorRows, listIndicators } from './repository.ts';
