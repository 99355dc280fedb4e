export { findConference } from './repository.ts';
export { minutesToPrint } from './print-model.ts';
