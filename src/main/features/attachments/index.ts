export { deleteAttachmentsOf, listAttachments, readContent } from './repository.ts';
export { removeViewingCopies } from './viewing-copy.ts';
