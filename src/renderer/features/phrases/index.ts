export { PhrasesSection } from './PhrasesSection.tsx';
export { UsualLinePicker } from './UsualLinePicker.tsx';
export { UsualLinesSection } from './UsualLinesSection.tsx';
