import type { CommandContext, FeatureHandlers, QueryContext } from '#main/api/context.ts';
import {
  insertStep,
  listSteps,
  newestSteps,
  newestVersion,
  requireDocument,
  stageOf,
  updateDocument,
} from '#main/features/documents/index.ts';
import { findUser } from '#main/features/users/index.ts';
import { hasMoved } from '#main/references/references.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import { canTake } from '#shared/features/approvals/rules.ts';
import type { Awaited, Work } from '#shared/features/approvals/schema.ts';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';
import type { StepKind } from '#shared/features/documents/stages.ts';
import { stageAfter } from '#shared/features/documents/stages.ts';
import { deleteSheet, insertSheets, listSheets, sheetsOut, updateSheet } from './sheets-repository.ts';

export const approvalsHandlers: FeatureHandlers<'approvals'> = {
  get: async ({ db, services: { references } }, { documentId }) => {
    const document = await requireDocument(db, documentId);
    const isDraft = document.status === 'draft';
    const steps = await listSteps(db, documentId);
    return {
      stage: stageAfter(steps.at(-1)?.kind ?? null),
      steps,
      version: await requireVersion(db, documentId),
      hasMoved: isDraft && hasMoved(document.body, await references.settled(db, document.body)),
    };
  },

  mine: async ({ db, actor }) => {
    const steps = await newestSteps(db);
    const works = steps.flatMap((step): Work[] => {
      const stage = stageAfter(step.kind);
      const task = taskOf(stage);
      const isMine = task === 'decide' ? decides(actor, step) : has(actor.roles, ['clerk', 'admin']);
      if (task === null || !isMine) return [];
      return [
        {
          documentId: step.documentId,
          type: step.type,
          subject: step.subject,
          task,
          stage,
          since: step.at,
          by: step.actorName,
          dueOn: step.dueOn,
          reason: step.reason,
        },
      ];
    });
    return works.sort((a, b) => urgencyOf(a).localeCompare(urgencyOf(b)));
  },

  awaited: async ({ db, actor }) => {
    const decisions = (await newestSteps(db)).flatMap((step): Awaited[] =>
      taskOf(stageAfter(step.kind)) === 'decide' && !decides(actor, step)
        ? [{ documentId: step.documentId, from: 'decision', count: 1, dueOn: step.dueOn }]
        : [],
    );
    const sheets = (await sheetsOut(db)).map((out): Awaited => ({ ...out, from: 'sheets' }));
    return [...decisions, ...sheets].sort((a, b) => dayOf(a).localeCompare(dayOf(b)));
  },

  submit: (ctx, handing) => hand(ctx, 'submit', handing),
  forward: (ctx, handing) => hand(ctx, 'forward', handing),
  withdraw: (ctx, { documentId, reason }) => take(ctx, 'withdraw', documentId, { reason }),
  return: (ctx, { documentId, reason }) => take(ctx, 'return', documentId, { reason }),
  refuse: (ctx, { documentId, reason }) => take(ctx, 'refuse', documentId, { reason }),
  lift: (ctx, { documentId, reason }) => take(ctx, 'lift', documentId, { reason }),

  approve: async (ctx, { documentId, version, acceptMoved }) => {
    const { db } = ctx;
    const document = await requireStep(db, 'approve', documentId);
    if ((await newestVersion(db, documentId)) !== version)
      throw new AppError('CONFLICT', { reason: 'changedSinceRead' });
    const body = await ctx.services.references.settled(db, document.body);
    if (!acceptMoved && hasMoved(document.body, body)) throw ruleError('movedSinceWritten');
    await updateDocument(db, documentId, { ...document, body });
    return take(ctx, 'approve', documentId);
  },

  sheets: ({ db }, { documentId }) => listSheets(db, documentId),

  handOutSheets: async ({ db, newId }, { documentId, people, dueOn }) => {
    await requireDocument(db, documentId);
    await insertSheets(
      db,
      documentId,
      people.map((person) => ({ ...person, id: newId(), dueOn })),
    );
    return {};
  },

  enterSheet: async ({ db }, { id, ...answer }) => {
    await updateSheet(db, id, answer);
    return {};
  },

  clearSheet: async ({ db }, { id }) => {
    await updateSheet(db, id, { answer: null, remark: '', returnedOn: null });
    return {};
  },

  removeSheet: async ({ db }, { id }) => {
    await deleteSheet(db, id);
    return {};
  },
};

type Db = CommandContext['db'];
type Handing = { documentId: string; assigneeId: string | null; dueOn: string | null; reason: string };

/** @throws AppError RULE assigneeCannotDecide, or as `take` */
async function hand(ctx: CommandContext, kind: 'submit' | 'forward', handing: Handing) {
  const { documentId, assigneeId, dueOn, reason } = handing;
  if (assigneeId !== null) {
    const user = await findUser(ctx.db, assigneeId);
    if (!user?.isActive || !has(user.roles, ['reviewer', 'approver']))
      throw ruleError('assigneeCannotDecide');
  }
  return take(ctx, kind, documentId, { assignee: assigneeId, dueOn, reason });
}

type Rest = { assignee?: string | null; dueOn?: string | null; reason?: string };

/** @throws AppError NOT_FOUND; RULE notADraft, stepOutOfTurn */
async function take(ctx: CommandContext, kind: StepKind, documentId: string, rest: Rest = {}) {
  const { db, actor, now, newId } = ctx;
  await requireStep(db, kind, documentId);
  await insertStep(db, {
    id: newId(),
    document_id: documentId,
    kind,
    at: now(),
    actor: actor.id,
    actor_name: actor.name,
    assignee: rest.assignee ?? null,
    due_on: rest.dueOn ?? null,
    reason: rest.reason ?? '',
    version: await requireVersion(db, documentId),
  });
  return {};
}

async function requireVersion(db: QueryContext['db'], documentId: string): Promise<string> {
  const version = await newestVersion(db, documentId);
  if (version === null) throw new AppError('NOT_FOUND');
  return version;
}

async function requireStep(db: Db, kind: StepKind, documentId: string): Promise<DocumentRecord> {
  const document = await requireDocument(db, documentId);
  if (document.status !== 'draft') throw ruleError('notADraft');
  if (!canTake(kind, await stageOf(db, documentId))) throw ruleError('stepOutOfTurn');
  return document;
}

function taskOf(stage: Work['stage']): Work['task'] | null {
  switch (stage) {
    case 'inReview':
      return 'decide';
    case 'returned':
    case 'refused':
      return 'mend';
    case 'approved':
      return 'issue';
    case 'draft':
      return null;
  }
}

function has(roles: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((role) => roles.includes(role));
}

/** It was laid before them, or before everybody who may decide. */
function decides(actor: CommandContext['actor'], { assignee }: { assignee: string | null }): boolean {
  return assignee === actor.id || (assignee === null && has(actor.roles, ['reviewer', 'approver']));
}

function urgencyOf(work: Work): string {
  return `${dayOf(work)} ${work.since}`;
}

/** What has a day comes first, in the order of the days. */
function dayOf({ dueOn }: { dueOn: string | null }): string {
  return dueOn ?? '9999-12-31';
}
