export { composeDocument } from './compose.ts';
export { composeMinutes } from './compose-minutes.ts';
