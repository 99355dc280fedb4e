export { conferenceFile } from './file.ts';
export { conferenceFileIndex, conferencePaper } from './print-model.ts';
export { findConference } from './repository.ts';
