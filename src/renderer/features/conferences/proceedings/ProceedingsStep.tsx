import { Button, UnstyledButton } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { CitationDialog } from '#renderer/features/clauses/index.ts';
import { useWordsToFind } from '#renderer/lib/finders.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { CheckIcon } from '#renderer/ui/icons.tsx';
import { findingsIn } from '#shared/features/conferences/findings.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import type { Agenda, AgendaDraft } from '../agenda-form.ts';
import { isEmpty } from '../conference-state.ts';
import classes from '../conferences.module.css';
import { useReadOnly } from '../use-read-only.ts';
import { FindingDialog } from './FindingDialog.tsx';
import { FindingsList } from './FindingsList.tsx';
import { goToFinding } from './finding-mark.ts';
import { ItemSurface } from './ItemSurface.tsx';
import { SpeakerDialog } from './SpeakerDialog.tsx';

type Props = {
  agenda: Agenda;
  conference: Conference;
  saveAll: () => Promise<boolean>;
  onPrepare: () => void;
};

/** Left the agenda, right the paper of its current item: what was said, what was decided, and what was concluded. */
export function ProceedingsStep({ agenda, conference, saveAll, onPrepare }: Props) {
  const t = useT();
  const items = agenda.items();
  const [search] = useSearchParams();
  // Asked for by a document that took the words over.
  const sought = useRef(search.get('finding'));
  const [at, setAt] = useState(
    () => itemWith(items, sought.current) ?? itemCalled(search.get('item')) ?? firstOpen(items),
  );
  const [speakerInto, setSpeakerInto] = useState<Editor | null>(null);
  const [citeInto, setCiteInto] = useState<Editor | null>(null);
  const [findingIn, setFindingIn] = useState<Editor | null>(null);
  const editors = useRef<{ discussion: Editor | null; conclusion: Editor | null; last: Editor | null }>({
    discussion: null,
    conclusion: null,
    last: null,
  });
  const current = Math.min(at, items.length - 1);
  const item = items[current];
  const isReadOnly = useReadOnly(conference);
  const wordsToFind = useWordsToFind();

  /** The one that was looked for. */
  function itemCalled(id: string | null): number | null {
    const found = items.findIndex(({ key }) => id !== null && agenda.idOf(key) === id);
    return found < 0 ? null : found;
  }

  const asked = search.get('item');
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for while the page is open already
  useEffect(() => {
    const place = itemCalled(asked);
    if (place !== null) setAt(place);
  }, [asked]);

  const goTo = (next: number) => setAt(Math.max(0, Math.min(items.length - 1, next)));
  const mark = (editor: Editor | null) => {
    if (!isReadOnly) setFindingIn(editor);
  };
  useShortcuts([
    { keys: 'alt+down', label: 'conferences.proceedings.next', run: () => goTo(current + 1), keyOnly: true },
    {
      keys: 'alt+up',
      label: 'conferences.proceedings.previous',
      run: () => goTo(current - 1),
      keyOnly: true,
    },
    {
      keys: 'ctrl+enter',
      label: 'conferences.proceedings.speaker',
      run: () => {
        if (!isReadOnly) setSpeakerInto(editors.current.discussion);
      },
    },
    { keys: 'ctrl+shift+k', label: 'conferences.finding.title', run: () => mark(editors.current.last) },
    {
      keys: 'ctrl+shift+m',
      label: 'documents.citation.title',
      run: () => {
        if (!isReadOnly) setCiteInto(editors.current.last);
      },
    },
  ]);

  /** The words of a finding, in whichever of the two texts they stand. */
  function show(id: string): boolean {
    const { discussion, conclusion } = editors.current;
    return [discussion, conclusion].some(
      (editor) => editor && !editor.isDestroyed && goToFinding(editor, id),
    );
  }

  function seek(id: string): void {
    const place = itemWith(agenda.items(), id);
    if (place === null || place === current) {
      show(id);
      return;
    }
    sought.current = id;
    setAt(place);
  }

  function arrived(editor: Editor, isDiscussion: boolean): void {
    const isNew = editor !== editors.current.discussion && editor !== editors.current.conclusion;
    editors.current[isDiscussion ? 'discussion' : 'conclusion'] = editor;
    if (!isNew || isDiscussion) editors.current.last = editor;
    if (!isNew) return;
    if (sought.current !== null) {
      if (goToFinding(editor, sought.current)) sought.current = null;
    } else if (isDiscussion && wordsToFind === null) editor.commands.focus('end', { scrollIntoView: true });
  }

  // The editors of another item are others.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the item is what it follows
  useEffect(
    () => () => {
      editors.current = { discussion: null, conclusion: null, last: null };
    },
    [item?.key],
  );

  if (!item) {
    return (
      <EmptyState
        message={t('conferences.proceedings.empty')}
        firstStep={
          <Button variant="default" onClick={onPrepare}>
            {t('conferences.proceedings.toPrepare')}
          </Button>
        }
      />
    );
  }

  return (
    <div className={classes.proceedings}>
      <nav className={classes.agenda} aria-label={t('conferences.agenda.title')}>
        {items.map((each, index) => (
          <UnstyledButton
            key={each.key}
            aria-current={index === current || undefined}
            className={classes.agendaItem}
            onClick={() => goTo(index)}
          >
            <span className={classes.order}>{isEmpty(each.conclusion) ? index + 1 : <CheckIcon />}</span>
            <span>
              {each.title}
              {each.presenter && <span className={classes.dim}>{` · ${each.presenter}`}</span>}
              {!isEmpty(each.conclusion) && (
                <span className={classes.unseen}>{t('conferences.stepDone')}</span>
              )}
            </span>
          </UnstyledButton>
        ))}
        <p className={classes.keys}>{t('conferences.proceedings.keys')}</p>
        <FindingsList conferenceId={conference.id} onGo={({ id }) => seek(id)} />
      </nav>
      <ItemSurface
        key={`${agenda.saved.form.key('items')} ${item.key}`}
        agenda={agenda}
        conference={conference}
        at={current}
        item={item}
        saveFirst={saveAll}
        onEditor={arrived}
        onSpeaker={setSpeakerInto}
        onFinding={mark}
        onCite={setCiteInto}
      />
      {speakerInto && (
        <SpeakerDialog conference={conference} editor={speakerInto} onClose={() => setSpeakerInto(null)} />
      )}
      {citeInto && <CitationDialog editor={citeInto} documentId={null} onClose={() => setCiteInto(null)} />}
      {findingIn && <FindingDialog editor={findingIn} onClose={() => setFindingIn(null)} />}
    </div>
  );
}

function firstOpen(items: readonly AgendaDraft[]): number {
  return Math.max(
    0,
    items.findIndex(({ conclusion }) => isEmpty(conclusion)),
  );
}

function itemWith(items: readonly AgendaDraft[], findingId: string | null): number | null {
  if (findingId === null) return null;
  const found = items.findIndex(({ discussion, conclusion }) =>
    [discussion, conclusion].some((body) => findingsIn(body).some(({ id }) => id === findingId)),
  );
  return found < 0 ? null : found;
}
