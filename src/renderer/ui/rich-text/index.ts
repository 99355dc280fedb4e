export { RichText, type RichTextProps } from './RichText.tsx';
export { Tool, ToolGap } from './Toolbar.tsx';
