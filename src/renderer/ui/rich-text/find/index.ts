export { FindBar } from './FindBar.tsx';
export { FindInText } from './matches.ts';
export { useFinder } from './use-finder.ts';
