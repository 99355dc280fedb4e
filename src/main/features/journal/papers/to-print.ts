import type { Sources } from '#main/api/context.ts';
import type { Report } from '#main/db/journal/verify.ts';
import type { Store } from '#main/db/open.ts';
import { requireBody, requireName } from '#main/features/organisation/index.ts';
import { profileOn } from '#main/paper/profiles.ts';
import { listProfiles } from '#main/paper/profiles-repository.ts';
import { calledBy, lastImages } from '#main/records/names.ts';
import { AppError } from '#shared/errors.ts';
import { tellHistory } from '#shared/features/journal/history.ts';
import { type Issuer, regimeOf } from '#shared/features/organisation/issuers.ts';
import { dynamicText, sayVietnamese } from '#shared/i18n/translate.ts';
import type { DocumentModel } from '#shared/paper/model.ts';
import { showQuantity } from '#shared/text/quantities.ts';
import { wholeHistory } from '../related.ts';
import { type Checking, verified } from '../verified.ts';
import { composeHistory } from './history.ts';

/**
 * The history of a document as an annex that vouches for itself: with the seal of the journal and what its check says.
 * @throws AppError NOT_FOUND for a document that never was; RULE notSetUp
 */
export async function historyToPrint(
  store: Pick<Store, 'db' | 'raw' | 'folder'>,
  id: string,
  checking: Checking & Pick<Sources, 'today'>,
): Promise<DocumentModel> {
  const { db } = store;
  const today = checking.today();
  const image = lastImages(store, [{ table: 'document', id }]).get(id);
  if (!image) throw new AppError('NOT_FOUND');
  const issuer = String(image.issuer ?? 'committee') as Issuer;
  const changes = await wholeHistory(store, id, today);
  return composeHistory({
    document: calledBy('document', image),
    subject: String(image.subject),
    issuer,
    changes: tellHistory(sayVietnamese, changes),
    seal: sealOf(await verified(store, checking)),
    name: requireName(await requireBody(db), today),
    profile: profileOn(await listProfiles(db), regimeOf(issuer), today),
    today,
  });
}

/** What anybody can compare with the program, and what the check of the whole register found. */
function sealOf({ changeSets, rows, head, faults, skipped }: Report): {
  head: string;
  changeSets: string;
  found: string;
} {
  const counts = { changes: showQuantity(String(changeSets)), rows: showQuantity(String(rows)) };
  const kinds = [...new Set(faults.map(({ kind }) => kind))];
  const found =
    faults.length === 0
      ? [
          `${sayVietnamese(skipped.length > 0 ? 'journal.verify.soundSoFar' : 'journal.verify.sound')}.`,
          sayVietnamese('journal.verify.counts', counts),
          ...skipped.map((one) => sayVietnamese(`journal.verify.skipped.${one}`)),
        ].join(' ')
      : `${sayVietnamese('journal.verify.faulty')}: ${kinds
          .map((kind) => dynamicText(sayVietnamese, `journal.fault.${kind}`, 'journal.fault.other'))
          .join('; ')}.`;
  return { head, changeSets: counts.changes, found };
}
