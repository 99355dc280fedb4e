export { ConferenceListPage } from './ConferenceListPage.tsx';
export { ConferencePage } from './ConferencePage.tsx';
export { PresetsSection } from './PresetsSection.tsx';
