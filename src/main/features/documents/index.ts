export { documentToPrint } from './print-model.ts';
