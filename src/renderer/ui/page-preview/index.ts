export { PagePreview } from './PagePreview.tsx';
export { PrintActions } from './PrintActions.tsx';
export { useLivePages, usePages } from './use-pages.ts';
