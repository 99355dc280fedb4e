export { type Choice, ChoiceList } from './ChoiceList.tsx';
export { CitationDialog } from './CitationDialog.tsx';
export { CitationTool } from './CitationTool.tsx';
export { acceptMoved, type Moved, movedIn } from './chip-words.ts';
export { FollowChips } from './FollowChips.tsx';
export { insertChip } from './insert-chip.ts';
export { useClauseBlocks } from './use-clause-blocks.ts';
