export { ConferenceListPage } from './ConferenceListPage.tsx';
export { ConferencePage } from './ConferencePage.tsx';
export { FindingMark, findingAt } from './finding-mark.ts';
export { PresetsSection } from './PresetsSection.tsx';
