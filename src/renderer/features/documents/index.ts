export { DocumentListPage } from './DocumentListPage.tsx';
export { DocumentPage } from './DocumentPage.tsx';
export { RegisterPage } from './RegisterPage.tsx';
