export { minutesToPrint } from './print-model.ts';
export { findConference } from './repository.ts';
