import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { listMembers, requireBody, requireName } from '#main/features/organisation/index.ts';
import { profileOn } from '#main/paper/profiles.ts';
import { listProfiles } from '#main/paper/profiles-repository.ts';
import type { Output } from '#shared/contract.ts';
import { isHead, signatureOf, signaturesOf } from '#shared/features/documents/signing.ts';
import { type Issuer, issuerLines, regimeOf } from '#shared/features/organisation/issuers.ts';
import type { Member, Position } from '#shared/features/organisation/schema.ts';
import { isWithin } from '#shared/text/dates.ts';

type Signers = Output<'documents.signing'> & {
  /** Who signs unless somebody else is chosen; null: nobody is known who heads the body. */
  head: { name: string } | null;
};

/**
 * Who can sign for the body on `date`, and how: under the names, the layout and the positions of that day.
 * @throws AppError RULE notSetUp
 */
export async function signersOn(
  db: Kysely<Database>,
  { issuer, date }: { issuer: Issuer; date: string },
): Promise<Signers> {
  const organisation = await requireBody(db);
  const lines = issuerLines(requireName(organisation, date), issuer);
  const words = profileOn(await listProfiles(db), regimeOf(issuer), date).authority;
  const signing = { issuer, lines, words };
  const everybody = await listMembers(db, {});
  const inOffice = everybody.flatMap((member) => {
    const position = positionHeld(member, date);
    return position ? [{ name: member.fullName, position }] : [];
  });
  const people = inOffice.filter(({ name }, at) => inOffice.findIndex((one) => one.name === name) === at);
  const head = people.find(({ position }) => isHead(issuer, position));
  return {
    choices: signaturesOf(signing),
    signers: people.map(({ name, position }) => ({
      name,
      title: position.title,
      signature: signatureOf(signing, position),
    })),
    notInOffice: [...new Set(everybody.map(({ fullName }) => fullName))].filter(
      (name) => !people.some((one) => one.name === name),
    ),
    head: head ? { name: head.name } : null,
  };
}

/** What a member is on that very day; who was not one then signs nothing. */
function positionHeld(member: Member, date: string): Position | null {
  if (!isWithin(date, member.validFrom, member.validTo)) return null;
  return (
    member.positions.find(({ validFrom, validTo }) => isWithin(date, validFrom, validTo)) ?? {
      role: 'member',
      title: '',
      validFrom: member.validFrom,
      validTo: member.validTo,
    }
  );
}
