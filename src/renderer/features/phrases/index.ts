export { PhrasesSection } from './PhrasesSection.tsx';
