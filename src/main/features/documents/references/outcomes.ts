import type { Resolvers } from '#main/references/references.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { codes } from '../codes.ts';
import { documentsOfConference } from '../repository.ts';

/** What came out of a conference, for its file and its findings. */
export const outcomesOf: Resolvers['outcomes'] = async (db, conferenceId) => {
  const documents = await documentsOfConference(db, conferenceId, await codes(db));
  return documents.map(({ id, type, code, subject, status, body }) => ({
    id,
    title:
      status === 'issued' ? `${typeName(type)} ${code} ${subject}` : `Dự thảo ${typeName(type)} ${subject}`,
    ...{ code, subject, status, body },
  }));
};
