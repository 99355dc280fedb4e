export { lastBackup } from './repository.ts';
