export { clausesIn } from './numbered-headings.ts';
export { RichText } from './RichText.tsx';
export { Tool, ToolGap } from './Toolbar.tsx';
