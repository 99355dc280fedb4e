export { DocumentPage } from './DocumentPage.tsx';
export { DocumentListPage } from './list/DocumentListPage.tsx';
export { RegisterPage } from './register/RegisterPage.tsx';
