export { OpinionPanel } from './OpinionPanel.tsx';
export { OpinionMarks } from './opinion-marks.ts';
export { useOpinionPanel } from './use-opinion-panel.ts';
