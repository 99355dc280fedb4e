import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { toastDone } from '#renderer/lib/toasts.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Parsed } from '#shared/contract.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import {
  type Opinion,
  opinionDraftKey,
  type Pin,
  type PinnedField,
} from '#shared/features/reviews/schema.ts';
import {
  goToOpinion,
  heldPin,
  holdAgain,
  holdSelection,
  opinionAt,
  setHeld,
  showOpinions,
  takeOver,
} from './opinion-marks.ts';
import { neighbour, type OpinionFilter } from './shown-opinions.ts';
import { useOpinions } from './use-opinions.ts';

type Options = {
  documentId: string;
  isShown: boolean;
  setShown: (shown: boolean) => void;
  /** Of a text that is being written; without it the text is only read. */
  writing?: {
    /** As typed; null while a field cannot be read. */
    edits: () => DocumentFields | null;
    /** Saves what is typed, so that an opinion can be pinned to it; false when a field is refused. */
    save: () => Promise<boolean>;
  };
  /** Shows a field of the document. */
  onField?: (field: PinnedField) => void;
  /** Shows where a paragraph stood that is gone. */
  onGone: (opinion: Opinion) => void;
};

const wholeDocument: Pin = { field: 'document', place: null, quote: '' };

/** What was being written the last time is offered, without taking the cursor. */
export const offered: Pin = { ...wholeDocument };

/** The panel of opinions: what it shows, how they are gone to, and how a new one comes to its words. */
export function useOpinionPanel(options: Options) {
  const { documentId, isShown, setShown, writing, onField, onGone } = options;
  const [filter, setFilter] = useState<OpinionFilter>('all');
  const [current, setCurrent] = useState<string | null>(null);
  const [pin, setPin] = useState<Pin | null>(null);
  const [takenOver, setTakenOver] = useState<string | null>(null);
  const editor = useRef<Editor | null>(null);
  const live = () => (editor.current && !editor.current.isDestroyed ? editor.current : null);
  const { found, touch, lookAgain } = useOpinions(documentId, {
    edits: () => writing?.edits(),
    text: () => live()?.state.doc ?? null,
  });
  const { opinions } = found;
  const giving = useCommand('reviews.give');

  const draw = (shown: string | null) => {
    const here = live();
    if (here && here.state.doc === found.text) showOpinions(here, opinions, shown);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn when what is shown changes
  useEffect(() => draw(current), [found, current]);

  // What was being written when the program stopped is offered where it was.
  const isAsked = useRef(false);
  const { data: drafts } = useQuery(methodQuery('drafts.list', {}));
  useEffect(() => {
    if (!drafts || isAsked.current) return;
    isAsked.current = true;
    if (drafts.some(({ key }) => key === opinionDraftKey(documentId))) setPin(offered);
  }, [drafts, documentId]);

  function go(opinion: Opinion): void {
    setCurrent(opinion.id);
    if (opinion.field !== 'body') onField?.(opinion.field);
    else if (opinion.standing.state === 'removed') onGone(opinion);
    else {
      draw(opinion.id);
      const here = live();
      if (here && !goToOpinion(here, opinion.id)) here.commands.focus();
    }
  }

  function step(by: 1 | -1): void {
    const next = neighbour(opinions, filter, current, by);
    setShown(true);
    if (next) go(next);
  }

  /** From the words to what was said of them. */
  function toOpinion(): void {
    const here = live();
    const id = here && opinionAt(here);
    if (!id) return;
    setShown(true);
    setFilter('all');
    setCurrent(id);
    // The button is there once the panel is.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-opinion="${id}"]`)?.focus());
  }

  function write(): void {
    const here = live();
    setShown(true);
    setPin((here && holdSelection(here)) ?? { ...wholeDocument });
  }

  const stopWriting = useCallback(() => {
    setPin(null);
    if (!editor.current || editor.current.isDestroyed) return;
    setHeld(editor.current, null);
    editor.current.commands.focus();
  }, []);

  async function give({ kind, text, proposed, ...typed }: GivenOpinion): Promise<boolean> {
    if (writing && !(await writing.save())) return false;
    const here = live();
    const pinned = (typed.field === 'body' && here && heldPin(here)) || typed;
    const version = writing ? null : found.version;
    const given = await giving.run({ documentId, version, ...pinned, kind, text, proposed });
    if (!given) return false;
    setCurrent(given.id);
    setFilter('all');
    return true;
  }

  /** The proposed words go into the text; what is left is to settle it. */
  function accept(opinion: Opinion): void {
    const here = live();
    setCurrent(opinion.id);
    if (!here || !takeOver(here, opinion)) {
      toastDone('reviews.panel.notThere');
      return;
    }
    setShown(true);
    setTakenOver(opinion.id);
    lookAgain();
  }

  const proposing = opinions.find((one) => one.id === current && one.proposed !== null && !one.settled);
  useShortcuts([
    { keys: 'alt+y', label: 'reviews.panel.toggle', run: () => setShown(!isShown) },
    { keys: 'ctrl+shift+y', label: 'reviews.panel.new', run: write },
    { keys: 'alt+down', label: 'reviews.panel.next', run: () => step(1) },
    { keys: 'alt+up', label: 'reviews.panel.previous', run: () => step(-1) },
    { keys: 'alt+g', label: 'reviews.panel.fromText', run: toOpinion },
    ...(writing
      ? [
          {
            keys: 'alt+t',
            label: 'reviews.panel.takeOver' as const,
            run: () => {
              if (proposing) accept(proposing);
            },
          },
        ]
      : []),
  ]);

  return {
    documentId,
    isShown,
    setShown,
    opinions,
    openCount: opinions.filter(({ settled }) => !settled).length,
    filter,
    setFilter,
    current,
    pin,
    go,
    write,
    stopWriting,
    give,
    accept: writing ? accept : null,
    /** The one whose words were put in just now. */
    takenOver,
    touch,
    toOpinion,
    /** The words of an opinion that is taken up again. */
    hold: useCallback((wanted: Pin) => {
      if (editor.current && !editor.current.isDestroyed) holdAgain(editor.current, wanted);
    }, []),
    keepEditor: useCallback(
      (made: Editor) => {
        editor.current = made;
        lookAgain();
      },
      [lookAgain],
    ),
  };
}

export type OpinionPanelState = ReturnType<typeof useOpinionPanel>;
export type GivenOpinion = Omit<Parsed<'reviews.give'>, 'documentId' | 'version'>;
