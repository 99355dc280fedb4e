/*
 * The features from ground to roof: each knows those before it in its list, and nothing of those behind. What a lower
 * one needs from a higher one is handed to it by the composition, src/main/api.
 */
const features = [
  'organisation',
  'users',
  'attachments',
  'phrases',
  'indicators',
  'drafts',
  'conferences',
  'documents',
  'approvals',
  'reviews',
  'journal',
  'backup',
  'search',
  'app',
  'print',
];

/** On the screen others lie on top: the page of a document shows its way, and the settings show everybody's. */
const pageFeatures = [
  'phrases',
  'users',
  'attachments',
  'journal',
  'clauses',
  'print',
  'indicators',
  'conferences',
  'approvals',
  'reviews',
  'documents',
  'backup',
  'search',
  'organisation',
];

/** An exception that is known. One that nothing needs any more is a fault itself. */
export type Exception = {
  /** A file, or a folder ending with "/". */
  at: string;
  /** The feature that is imported or the table that is named; "*" for whatever it is. */
  what: string;
  because: string;
};

export type Layers = {
  order: Readonly<Record<string, readonly string[]>>;
  /** No feature imports these, wherever they stand in the order: only the composition does. */
  onlyComposed: readonly string[];
  /** Rooms below the features. */
  knowNoFeature: readonly string[];
  /** Within these, another room is reached by its alias; a path that climbs stays in its own. */
  worldsOfRooms: readonly string[];
  /** The folder of `src/main` or of its features where a table is named in SQL. */
  tableOwners: Readonly<Record<string, string>>;
  /** Any table may be named here: what knows rows but no records. */
  knowEveryTable: readonly string[];
  exceptions: readonly Exception[];
};

export const layers: Layers = {
  order: { 'src/shared': features, 'src/main': features, 'src/renderer': pageFeatures },

  onlyComposed: ['src/main/features/print/', 'src/shared/features/print/'],

  knowNoFeature: [
    'src/shared/text/',
    'src/shared/text-model/',
    'src/shared/paper/',
    'src/main/db/',
    'src/main/paper/',
    'src/main/references/',
    'src/main/numbering/',
    'src/renderer/lib/',
    'src/renderer/ui/',
  ],

  worldsOfRooms: ['src/main/', 'src/renderer/'],

  tableOwners: {
    agenda_item: 'conferences',
    attachment: 'attachments',
    attachment_content: 'attachments',
    attendance: 'conferences',
    backup_log: 'backup',
    body: 'organisation',
    body_name: 'organisation',
    change_row: 'db',
    change_set: 'db',
    check_setting: 'documents',
    conference: 'conferences',
    conference_preset: 'conferences',
    conference_reopening: 'conferences',
    document: 'documents',
    document_step: 'documents',
    draft: 'drafts',
    election: 'conferences',
    election_candidate: 'conferences',
    finding: 'conferences',
    indicator: 'indicators',
    indicator_actual: 'indicators',
    indicator_plan: 'indicators',
    layout_profile: 'paper',
    member: 'organisation',
    meta: 'db',
    opinion: 'reviews',
    opinion_reply: 'reviews',
    opinion_sheet: 'approvals',
    phrase: 'phrases',
    position: 'organisation',
    preference: 'db',
    read_mark: 'documents',
    term: 'organisation',
    user: 'users',
    user_secret: 'users',
    usual_line: 'phrases',
    vote: 'conferences',
  },

  knowEveryTable: ['src/main/db/', 'src/main/features/journal/'],

  exceptions: [
    {
      at: 'src/main/db/backup-file.ts',
      what: 'backup',
      because: 'what a backup says of itself is read from the file and shown as it is',
    },
    {
      at: 'src/main/features/search/',
      what: '*',
      because: 'it reads the records of all features, until each says itself what is found of it',
    },
    {
      at: 'src/main/features/documents/handlers.ts',
      what: 'reviews',
      because: 'opinions go with their document, until a record says itself what it goes with',
    },
    {
      at: 'src/main/features/documents/way/steps-repository.ts',
      what: 'opinion_sheet',
      because: 'sheets go with their document, until a record says itself what it goes with',
    },
    {
      at: 'src/main/features/documents/versions-repository.ts',
      what: '*',
      because: 'versions are read from the journal, until the journal reads old images for everybody',
    },
    {
      at: 'src/main/features/conferences/in-use.ts',
      what: 'document',
      because: 'it looks for whom a conference is needed by, until a record says itself what it needs',
    },
    {
      at: 'src/main/features/organisation/in-use.ts',
      what: '*',
      because: 'it looks for whom a term or member is needed by, until a record says itself what it needs',
    },
  ],
};
