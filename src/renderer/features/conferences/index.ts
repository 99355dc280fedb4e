export { ConferenceListPage } from './ConferenceListPage.tsx';
export { ConferencePage } from './ConferencePage.tsx';
export { PresetsSection } from './prepare/PresetsSection.tsx';
export { FindingMark, findingAt } from './proceedings/finding-mark.ts';
