export { LayoutPage } from './LayoutPage.tsx';
export { LayoutsSection } from './LayoutsSection.tsx';
