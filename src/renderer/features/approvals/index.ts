export { ApprovalWayNote } from './ApprovalWayNote.tsx';
export { SheetsDrawer } from './SheetsDrawer.tsx';
export { StageWord } from './StageWord.tsx';
export { SubmitDialog } from './SubmitDialog.tsx';
export { useApprovalWay } from './use-approval-way.ts';
