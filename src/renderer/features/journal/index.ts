export { HistoryPage } from './HistoryPage.tsx';
export { RecordHistory } from './RecordHistory.tsx';
