export { composeDocument, type PrintableDocument } from './compose.ts';
export { composeMinutes } from './compose-minutes.ts';
