export { sheetsToPrint } from './sheets-print.ts';
