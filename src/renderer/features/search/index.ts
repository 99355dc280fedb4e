export { HitRow } from './HitRow.tsx';
export { useHits } from './hits.ts';
export { SearchPage } from './SearchPage.tsx';
