import type { Resolvers } from '#main/references/references.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { codes } from '../codes.ts';
import { documentsOfConference } from '../repository.ts';

/** What came out of a conference, for its file and its findings. */
export const outcomesOf: Resolvers['outcomes'] = async (db, conferenceId) => {
  const documents = await documentsOfConference(db, conferenceId, await codes(db));
  return documents.map(({ type, ...outcome }) => ({
    ...outcome,
    title:
      outcome.status === 'issued'
        ? `${typeName(type)} ${outcome.code} ${outcome.subject}`
        : `Dự thảo ${typeName(type)} ${outcome.subject}`,
  }));
};
