/** What lies in a data folder. Names a clerk may meet in Explorer are Vietnamese. */
export const storeFileName = 'so-nghi-quyet.sqlite';
/** Who has the store open. */
export const holderFile = 'dang-mo.json';
/** The newest change this PC has seen: outside the store, so that an old copy put in its place is noticed. */
export const seenFile = 'da-thay.json';
/** The same, written soon after each change and not flushed: of little use after a power cut, of much after a lost log. */
export const savedFile = 'da-luu.json';
/** Which installation this is. */
export const originFile = 'may-nay.json';
/** The plan of a restore that is under way. */
export const restorePlanFile = 'phuc-hoi.json';
/** Where the window stood, and how large its letters are. */
export const windowFile = 'man-hinh.json';
export const beforeMigrationFolder = 'truoc-nang-cap';
/** A backup on its way to become the store. Its end is none that cleaners take for rubbish. */
export const incomingPrefix = 'dang-phuc-hoi';
/** At the end of what is not whole yet: it gets its name when it is. */
export const unfinishedEnd = '.moi';
/** Copies of the store as it was on an earlier day, while they are shown. */
export const pastFolderPrefix = 'xem-lai-';
/** What is looked for by its words: made from the store, and again whenever it is gone or does not fit. */
export const searchIndexFile = 'tim-kiem.sqlite';
/** A copy of the store while it is checked. */
export const checkedFolderPrefix = 'kiem-tra-';
/** A copy of the store while it becomes a backup. */
export const snapshotFolderPrefix = 'dang-sao-luu-';
export const replacedFolderPrefix = 'ban-bi-thay-';
/** What failed, for the technician. */
export const logFolder = 'nhat-ky';

export const sidecarEnds = ['-wal', '-shm', '-journal'];

/** The files of a data folder that nothing else may be written over. */
export const ownNames = [
  storeFileName,
  holderFile,
  seenFile,
  savedFile,
  originFile,
  restorePlanFile,
  searchIndexFile,
];
