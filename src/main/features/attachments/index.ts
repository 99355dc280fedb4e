export { intactContent, keepContent } from './content.ts';
export { contentSize } from './fragments.ts';
export { listAttachments, readContent } from './repository.ts';
export { removeViewingCopies } from './viewing-copy.ts';
