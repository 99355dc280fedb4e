export { PagePreview } from './PagePreview.tsx';
export { PrintActions } from './PrintActions.tsx';
export { type Pages, useLatestPages, useLivePages, usePages } from './use-pages.ts';
