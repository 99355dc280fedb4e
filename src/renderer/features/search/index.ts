export { HitRow } from './HitRow.tsx';
export { pathOfHit, useHits } from './hits.ts';
export { SearchPage } from './SearchPage.tsx';
