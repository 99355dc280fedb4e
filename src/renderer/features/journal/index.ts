export { HistoryPage } from './HistoryPage.tsx';
export { HistoryPaper } from './HistoryPaper.tsx';
export { RecordHistory } from './RecordHistory.tsx';
