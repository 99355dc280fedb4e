export { composeDocument } from './compose.ts';
export { composeCountingRecords } from './compose-counting.ts';
export { composeFileIndex, type FileEntry } from './compose-file-index.ts';
export { composeInvitation } from './compose-invitation.ts';
export { composeMinutes } from './compose-minutes.ts';
export { composeProgramme } from './compose-programme.ts';
export { composeSignInSheet } from './compose-sign-in.ts';
export { profileOn, withProfile } from './profiles.ts';
export { listProfiles } from './profiles-repository.ts';
