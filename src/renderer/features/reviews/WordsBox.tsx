import { Button, Group, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import classes from './reviews.module.css';

type Props = {
  label: string;
  initial?: string;
  most: number;
  /** What is said when nothing is written; without it nothing need be. */
  missing?: string;
  confirm: string;
  isPending: boolean;
  onConfirm: (text: string) => void;
  onClose: () => void;
  /** Leaves the focus where it is. */
  isQuiet?: boolean;
};

/** A few words at an opinion: Ctrl+Enter sends them, Esc closes. */
export function WordsBox(props: Props) {
  const {
    label,
    initial = '',
    most,
    missing,
    confirm,
    isPending,
    onConfirm,
    onClose,
    isQuiet = false,
  } = props;
  const t = useT();
  const [text, setText] = useState(initial);
  const [isTried, setTried] = useState(false);
  const isMissing = missing !== undefined && text.trim() === '';

  function send(): void {
    setTried(true);
    if (!isMissing) onConfirm(text);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isSent && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (isSent) send();
    else onClose();
  }

  return (
    <div className={classes.box}>
      <Textarea
        size="xs"
        label={label}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={most}
        autoFocus={!isQuiet}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        error={isTried && isMissing ? missing : undefined}
      />
      <Group gap={4} justify="flex-end">
        <Button size="compact-xs" variant="default" onClick={onClose}>
          {t('ui.action.cancel')}
        </Button>
        <Button size="compact-xs" loading={isPending} onClick={send} title={t('reviews.form.sendKeys')}>
          {confirm}
        </Button>
      </Group>
    </div>
  );
}
