import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from '../lib/project.ts';

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
  /** The feature that is imported, the table that is named, "JSON.parse"; "*" for whatever it is. */
  what: string;
  because: string;
};

/** How many type assertions a thousand lines of a room may have; a room within another counts for itself. */
export type Bound = { at: string; most: number };

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
  assertions: { mostInAll: number; rooms: readonly Bound[] };
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
    'src/main/records/',
    'src/main/references/',
    'src/main/numbering/',
    'src/renderer/lib/',
    'src/renderer/ui/',
  ],

  worldsOfRooms: ['src/main/', 'src/renderer/'],

  tableOwners: {
    ...recordOwners(),
    // What is no record.
    attachment_content: 'attachments',
    backup_log: 'backup',
    change_open: 'db',
    change_row: 'db',
    change_set: 'db',
    draft: 'drafts',
    meta: 'db',
    origin: 'db',
    preference: 'db',
    read_mark: 'documents',
    user_secret: 'users',
  },

  knowEveryTable: ['src/main/db/', 'src/main/records/', 'src/main/features/journal/'],

  assertions: {
    mostInAll: 3,
    rooms: [
      { at: 'src/shared/', most: 1 },
      { at: 'src/main/', most: 1 },
      // Rows of SQL that is put together at run time, and images of rows.
      { at: 'src/main/db/', most: 28 },
      { at: 'src/main/records/', most: 30 },
      { at: 'src/main/features/journal/', most: 7 },
      { at: 'src/preload/', most: 0 },
      { at: 'src/renderer/', most: 1 },
    ],
  },

  exceptions: [
    {
      at: 'src/main/db/backup-file.ts',
      what: 'backup',
      because: 'what a backup says of itself is read from the file and shown as it is',
    },
  ],
};

/** Each table by the feature, or the room below the features, whose `records.ts` says what it is. */
function recordOwners(): Record<string, string> {
  const files = globSync('src/shared/{features/*,*}/records.ts', { cwd: projectDir });
  return Object.fromEntries(
    files.flatMap((file) => {
      const owner = path.basename(path.dirname(file));
      const text = readFileSync(path.join(projectDir, file), 'utf8');
      return [...text.matchAll(/^ {2}table: '(\w+)',$/gmu)].map((match) => [match[1], owner]);
    }),
  );
}
