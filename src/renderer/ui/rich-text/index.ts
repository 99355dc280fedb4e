export { RichText } from './RichText.tsx';
export { Tool, ToolGap } from './Toolbar.tsx';
