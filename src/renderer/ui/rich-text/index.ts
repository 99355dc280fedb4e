export { readAttrs } from './attrs.ts';
export { clausesIn } from './numbered-headings.ts';
export { keepingCursor } from './own-time.ts';
export { placeOf, rangeOf, type TextRange, wordsIn } from './places.ts';
export { RichText } from './RichText.tsx';
export { isWritable } from './reading-cursor.ts';
export { Tool, ToolGap } from './Toolbar.tsx';
