import { appHandlers } from '#main/features/app/handlers.ts';
import { approvalsHandlers } from '#main/features/approvals/handlers.ts';
import { attachmentsHandlers } from '#main/features/attachments/handlers.ts';
import { backupHandlers } from '#main/features/backup/handlers.ts';
import { conferencesHandlers } from '#main/features/conferences/handlers.ts';
import { documentsHandlers } from '#main/features/documents/handlers.ts';
import { draftsHandlers } from '#main/features/drafts/handlers.ts';
import { indicatorsHandlers } from '#main/features/indicators/handlers.ts';
import { journalHandlers } from '#main/features/journal/handlers.ts';
import { organisationHandlers } from '#main/features/organisation/handlers.ts';
import { phrasesHandlers } from '#main/features/phrases/handlers.ts';
import { printHandlers } from '#main/features/print/handlers.ts';
import { reviewsHandlers } from '#main/features/reviews/handlers.ts';
import { searchHandlers } from '#main/features/search/handlers.ts';
import { usersHandlers } from '#main/features/users/handlers.ts';
import type { Handlers } from './context.ts';

export const handlers: Handlers = {
  app: appHandlers,
  organisation: organisationHandlers,
  conferences: conferencesHandlers,
  documents: documentsHandlers,
  approvals: approvalsHandlers,
  indicators: indicatorsHandlers,
  attachments: attachmentsHandlers,
  drafts: draftsHandlers,
  phrases: phrasesHandlers,
  reviews: reviewsHandlers,
  search: searchHandlers,
  print: printHandlers,
  backup: backupHandlers,
  journal: journalHandlers,
  users: usersHandlers,
};
