export { HistoryPage } from './HistoryPage.tsx';
export { RecordHistory } from './RecordHistory.tsx';
export { actorName, sentenceOf } from './sentences.ts';
