import { ActionIcon, Button, CloseButton, TextInput } from '@mantine/core';
import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { DownIcon, UpIcon } from '#renderer/ui/icons.tsx';
import classes from './find.module.css';
import {
  keepInSight,
  type Matches,
  matchesIn,
  replaceEverywhere,
  replaceOne,
  seek,
  step,
} from './matches.ts';
import { type Find, rememberWords } from './use-finder.ts';

type Props = {
  editor: Editor;
  find: Find;
  isReadOnly: boolean;
  onReplace: (words: string) => void;
  onClose: () => void;
};

const none: Matches = { count: 0, at: 0 };

/** Above a text: Enter goes to the next place, Esc back into the text where it was found. */
export function FindBar({ editor, find, isReadOnly, onReplace, onClose }: Props) {
  const t = useT();
  const [words, setWords] = useState(find.words);
  const [by, setBy] = useState('');
  const { isReplacing } = find;
  const [replaced, setReplaced] = useState<number | null>(null);
  const sought = useRef<HTMLInputElement>(null);
  const other = useRef<HTMLInputElement>(null);
  /** Where looking began: another letter looks from there again, not from the last place. */
  const start = useRef(0);
  const matches =
    useEditorState({
      editor,
      selector: ({ editor: current }) => (current ? matchesIn(current.state) : none),
    }) ?? none;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked for, and only then
  useEffect(() => {
    start.current = editor.state.selection.from;
    look(find.words);
    (isReplacing && find.words ? other : sought).current?.select();
    return keepInSight(editor);
  }, [find.asked]);

  function look(typed: string): void {
    setWords(typed);
    setReplaced(null);
    rememberWords(typed);
    seek(editor, typed, start.current, isReplacing);
  }

  function go(direction: 1 | -1): void {
    setReplaced(null);
    step(editor, direction);
    start.current = editor.state.selection.from;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowDown') go(1);
    else if (event.key === 'ArrowUp') go(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className={classes.bar} aria-label={t('richText.find.title')} onKeyDown={onKeyDown}>
      <form
        className={classes.row}
        onSubmit={(event) => {
          event.preventDefault();
          go(1);
        }}
      >
        <TextInput
          ref={sought}
          size="xs"
          className={classes.words}
          aria-label={t('richText.find.words')}
          placeholder={t('richText.find.words')}
          value={words}
          onChange={(event) => look(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.shiftKey) return;
            event.preventDefault();
            go(-1);
          }}
          error={words.trim() !== '' && matches.count === 0 && replaced === null}
        />
        <span className={classes.count} role="status">
          {told()}
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('richText.find.previous')}
          title={t('richText.find.previous')}
          disabled={matches.count === 0}
          onClick={() => go(-1)}
        >
          <UpIcon />
        </ActionIcon>
        <ActionIcon
          type="submit"
          variant="subtle"
          color="gray"
          aria-label={t('richText.find.next')}
          title={t('richText.find.next')}
          disabled={matches.count === 0}
        >
          <DownIcon />
        </ActionIcon>
        {!isReadOnly && !isReplacing && (
          <Button size="compact-sm" variant="default" onClick={() => onReplace(words)}>
            {t('richText.find.replaceOpen')}
          </Button>
        )}
        <CloseButton
          size="sm"
          aria-label={t('richText.find.close')}
          title={t('richText.find.close')}
          onClick={onClose}
        />
      </form>
      {isReplacing && (
        <form
          className={classes.row}
          onSubmit={(event) => {
            event.preventDefault();
            setReplaced(null);
            replaceOne(editor, by);
          }}
        >
          <TextInput
            ref={other}
            size="xs"
            className={classes.words}
            aria-label={t('richText.find.by')}
            placeholder={t('richText.find.by')}
            value={by}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
          <Button type="submit" size="compact-sm" variant="default" disabled={matches.count === 0}>
            {t('richText.find.replaceOne')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={matches.count === 0}
            onClick={() => setReplaced(replaceEverywhere(editor, by))}
          >
            {t('richText.find.replaceAll')}
          </Button>
        </form>
      )}
    </search>
  );

  function told(): string {
    if (replaced !== null) return t('richText.find.replaced', { count: replaced });
    if (words.trim() === '') return '';
    if (matches.count === 0) return t('richText.find.none');
    return matches.at === 0
      ? t('richText.find.count', { count: matches.count })
      : t('richText.find.place', { at: matches.at, count: matches.count });
  }
}
