export { FirstStartPage } from './FirstStartPage.tsx';
export { SettingsPage } from './SettingsPage.tsx';
