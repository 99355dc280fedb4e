import { Button, Menu } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import {
  ApprovalWayNote,
  SheetsDrawer,
  SubmitDialog,
  useApprovalWay,
} from '#renderer/features/approvals/index.ts';
import { HistoryPaper, RecordHistory } from '#renderer/features/journal/index.ts';
import { OpinionPanel, useOpinionPanel } from '#renderer/features/reviews/index.ts';
import { useWordsToFind } from '#renderer/lib/finders.ts';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useMay } from '#renderer/lib/presence.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { localDay } from '#renderer/lib/time.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { FormNotes } from '#renderer/ui/FormNotes.tsx';
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx';
import { askObjections } from '#renderer/ui/Objections.tsx';
import { OthersTypingNote } from '#renderer/ui/OthersTypingNote.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { PagePreview, PrintActions, useLivePages } from '#renderer/ui/page-preview/index.ts';
import { SaveBar } from '#renderer/ui/SaveBar.tsx';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';
import { typeName } from '#shared/features/documents/types.ts';
import type { PrintSource } from '#shared/features/print/contract.ts';
import type { BesidePlace } from '#shared/objections.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import { CheckPanel } from '../checks/CheckPanel.tsx';
import { focusField } from '../checks/check-places.ts';
import { useCheckPanel } from '../checks/use-check-panel.ts';
import { CompareDialog } from '../compare/CompareDialog.tsx';
import { type CompareStart, startAt } from '../compare/compare-start.ts';
import classes from '../documents.module.css';
import { IssueDialog } from '../issue/IssueDialog.tsx';
import { useNextNumber } from '../queries.ts';
import { StatusWord } from '../StatusWord.tsx';
import { useOpinionsShown } from '../use-opinions-shown.ts';
import { useReadMark } from '../use-read-mark.ts';
import { DocumentEditor } from './DocumentEditor.tsx';
import { documentForm, fieldNames, fieldsOf, type SavedDocument } from './document-form.ts';
import { InfoPanel } from './InfoPanel.tsx';
import { toldDocument } from './told-document.ts';

/** What was open beside the text the last time, for the next document. */
const panes = { paper: true, info: false };

/** Text left, paper right; what is around the text in a panel beside. */
export function DraftDocument({ document }: { document: DocumentRecord }) {
  const t = useT();
  const [, go] = useLocation();
  const { id } = document;
  const [isPaperShown, setPaperShown] = useState(panes.paper);
  const [isInfoShown, setInfoShown] = useState(panes.info);
  const [isInfoByKey, setInfoByKey] = useState(false);
  const [dialog, setDialog] = useState<
    'compare' | 'history' | 'historyPaper' | 'issue' | 'sheets' | 'submit' | null
  >(null);
  const [gone, setGone] = useState<CompareStart | null>(null);
  const way = useApprovalWay(id);
  const mayWrite = useMay('documents.save');
  const mayIssue = useMay('documents.issue');
  const mayRemove = useMay('documents.remove');
  const maySubmit = useMay('approvals.submit');
  const isReadOnly = !mayWrite || way?.stage === 'approved';
  panes.paper = isPaperShown;
  panes.info = isInfoShown;

  const save = useCommand('documents.save');
  const remove = useCommand('documents.remove', { onDone: () => go(routes.documents) });
  const initial = useMemo(() => fieldsOf(document), [document]);
  const saved: SavedDocument = useSavedForm({
    resumes: true,
    schema: documentForm,
    record: document,
    initial,
    draftKey: `documents:${id}`,
    save: (fields, saving) => save.run({ id, ...fields }, saving),
    describe: ({ subject }) => subject,
    told: toldDocument,
    onRefused: ([issue]) => {
      if (!issue || issue.path === 'body') return;
      setInfoShown(true);
      // The field is there once the panel is.
      requestAnimationFrame(() => saved.form.getInputNode(issue.path)?.focus());
    },
  });

  const readSource = (): PrintSource | null => {
    const typed = documentForm.safeParse(saved.values());
    return typed.success ? { kind: 'document', id, edits: typed.data } : null;
  };
  const typedEdits = () => {
    const typed = saved.dirty ? documentForm.safeParse(saved.values()) : null;
    return typed?.success ? typed.data : undefined;
  };
  const pages = useLivePages(readSource, isPaperShown);
  useReadMark(id);
  useWordsToFind();
  const checks = useCheckPanel(id, saved, () => setInfoShown(true));
  const opinions = useOpinionPanel({
    documentId: id,
    ...useOpinionsShown(id, { isDraft: true }),
    ...(!isReadOnly && {
      writing: {
        edits: () => {
          const typed = documentForm.safeParse(saved.values());
          return typed.success ? typed.data : null;
        },
        save: saveTyped,
      },
    }),
    onField: (field) => {
      setInfoShown(true);
      // The field is there once the panel is.
      requestAnimationFrame(() => focusField(saved, field));
    },
    onGone: (opinion) => setGone(startAt(opinion)),
  });
  const { touch: touchPages } = pages;
  const { touch: touchChecks, keepEditor: keepForChecks } = checks;
  const { touch: touchOpinions, keepEditor: keepForOpinions } = opinions;
  const touch = useCallback(() => {
    touchPages();
    touchChecks();
    touchOpinions();
  }, [touchPages, touchChecks, touchOpinions]);
  const keepEditor = useCallback(
    (editor: Editor) => {
      keepForChecks(editor);
      keepForOpinions(editor);
    },
    [keepForChecks, keepForOpinions],
  );
  // Always the same fields in the same order, as hooks must be. The text says itself when it changes.
  for (const field of fieldNames) if (field !== 'body') saved.form.watch(field, touch);

  async function saveTyped(): Promise<boolean> {
    return !saved.dirty || saved.save();
  }

  async function printSource(): Promise<PrintSource | null> {
    const source = readSource();
    if (!source) await saveTyped();
    return source;
  }

  async function askSubmit(): Promise<void> {
    if (!(await saveTyped())) return;
    await askObjections({ act: 'submit', documentId: id });
    setDialog('submit');
  }

  async function askIssue(): Promise<void> {
    if (!(await saveTyped())) return;
    await askObjections({ act: 'issue', documentId: id, date: document.date ?? localDay() });
    setDialog('issue');
  }

  function showBeside(place: BesidePlace): void {
    if (place === 'checks') checks.setShown(true);
    else if (place === 'opinions') opinions.setShown(true);
    else setDialog('sheets');
  }

  useShortcuts([
    { keys: 'ctrl+p', label: 'documents.action.paper', run: () => setPaperShown((shown) => !shown) },
    { keys: 'alt+v', label: 'documents.compare.open', run: () => setDialog('compare') },
    ...(maySubmit && way?.stage === 'draft'
      ? [{ keys: 'alt+d', label: 'approvals.act.submit' as const, run: () => void askSubmit() }]
      : []),
    {
      keys: 'alt+i',
      label: 'documents.action.info',
      run: () => {
        setInfoShown(!isInfoShown);
        setInfoByKey(!isInfoShown);
      },
    },
  ]);

  const next = useNextNumber(id, document.date ?? localDay());
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('documents.draft.title', { type: typeName(document.type), subject: document.subject })}
        subtitle={<StatusWord status="draft" stage={way?.stage ?? 'draft'} />}
        action={
          <>
            {!isReadOnly && <SaveBar saved={saved} />}
            {mayIssue && (way?.stage === 'draft' || way?.stage === 'approved') && (
              <Button
                variant={way.stage === 'approved' ? 'filled' : 'outline'}
                onClick={() => void askIssue()}
              >
                {next.data
                  ? t('documents.action.issueAs', { number: twoDigits(next.data.number) })
                  : t('documents.action.issue')}
              </Button>
            )}
          </>
        }
        menu={
          <>
            <Button
              variant="default"
              aria-pressed={checks.isShown}
              onClick={() => checks.setShown(!checks.isShown)}
            >
              {t('documents.checks.button', { count: checks.findings.length })}
            </Button>
            <Button
              variant="default"
              aria-pressed={opinions.isShown}
              title={t('reviews.panel.toggleKeys')}
              onClick={() => opinions.setShown(!opinions.isShown)}
            >
              {t('reviews.panel.button', { count: opinions.openCount })}
            </Button>
            <Button
              variant="default"
              aria-pressed={isInfoShown}
              onClick={() => {
                setInfoShown(!isInfoShown);
                setInfoByKey(false);
              }}
            >
              {t('documents.action.info')}
            </Button>
            <MoreMenu>
              <Menu.Item onClick={() => setPaperShown(!isPaperShown)}>
                {t(isPaperShown ? 'documents.action.hidePaper' : 'documents.action.showPaper')}
              </Menu.Item>
              <Menu.Item onClick={() => setDialog('compare')}>{t('documents.compare.open')}</Menu.Item>
              <Menu.Item onClick={() => setDialog('history')}>{t('documents.action.history')}</Menu.Item>
              <Menu.Item onClick={() => setDialog('historyPaper')}>
                {t('documents.action.printHistory')}
              </Menu.Item>
              {maySubmit && way?.stage === 'draft' && (
                <Menu.Item onClick={() => void askSubmit()}>{t('approvals.act.submit')}</Menu.Item>
              )}
              <Menu.Item onClick={() => setDialog('sheets')}>{t('approvals.sheets.open')}</Menu.Item>
              {mayRemove && (
                <Menu.Item color="red" onClick={() => void remove.run({ id })}>
                  {t('documents.action.remove')}
                </Menu.Item>
              )}
            </MoreMenu>
          </>
        }
      />
      {!isReadOnly && <FormNotes saved={saved} />}
      <OthersTypingNote draftKey={saved.draftKey} />
      {way && <ApprovalWayNote documentId={id} way={way} beforeStep={saveTyped} onBeside={showBeside} />}
      <div
        className={classes.panes}
        data-paper={isPaperShown || undefined}
        data-info={isInfoShown || undefined}
        data-check={checks.isShown || opinions.isShown || undefined}
      >
        <div className={classes.editor}>
          <DocumentEditor id={id} saved={saved} onEdit={touch} onReady={keepEditor} isReadOnly={isReadOnly} />
        </div>
        {isPaperShown && (
          <div className={classes.paper}>
            <PagePreview
              shown={pages}
              actions={<PrintActions source={printSource} copies={document.copies} />}
            />
          </div>
        )}
        {checks.isShown && (
          <CheckPanel
            findings={checks.findings}
            current={checks.current}
            onGo={checks.go}
            onFix={checks.fix}
            onClose={() => checks.setShown(false)}
          />
        )}
        {opinions.isShown && <OpinionPanel panel={opinions} />}
        {isInfoShown && (
          <InfoPanel
            documentId={id}
            saved={saved}
            isReadOnly={isReadOnly}
            takesFocus={isInfoByKey}
            onClose={() => setInfoShown(false)}
          />
        )}
      </div>
      {dialog === 'issue' && (
        <IssueDialog document={document} onClose={() => setDialog(null)} onBeside={showBeside} />
      )}
      {dialog === 'sheets' && (
        <SheetsDrawer documentId={id} date={document.date} onClose={() => setDialog(null)} />
      )}
      {dialog === 'submit' && (
        <SubmitDialog documentId={id} kind="submit" onClose={() => setDialog(null)} onBeside={showBeside} />
      )}
      {dialog === 'compare' && <CompareDialog id={id} edits={typedEdits()} onClose={() => setDialog(null)} />}
      {gone && <CompareDialog id={id} edits={typedEdits()} start={gone} onClose={() => setGone(null)} />}
      {dialog === 'history' && <RecordHistory id={id} opened onClose={() => setDialog(null)} isPrintable />}
      {dialog === 'historyPaper' && <HistoryPaper id={id} onClose={() => setDialog(null)} />}
    </div>
  );
}
