export { LockScreen } from './LockScreen.tsx';
export { PeopleSection } from './PeopleSection.tsx';
export { RecoveryCodeDialog } from './RecoveryCodeDialog.tsx';
export { UserMenu } from './UserMenu.tsx';
