export { deleteAttachmentsOf } from './repository.ts';
export { removeViewingCopies } from './viewing-copy.ts';
