export { BackupPage } from './BackupPage.tsx';
export { RestoreFlow } from './RestoreFlow.tsx';
