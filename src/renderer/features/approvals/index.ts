export { SheetsDrawer } from './SheetsDrawer.tsx';
export { StageWord } from './StageWord.tsx';
export { SubmitDialog } from './SubmitDialog.tsx';
export { useWay } from './use-way.ts';
export { WayNote } from './WayNote.tsx';
