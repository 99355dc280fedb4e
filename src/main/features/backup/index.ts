export { inspectBackup } from './backup-file.ts';
export { lastBackup } from './repository.ts';
