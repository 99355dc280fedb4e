import { UnstyledButton } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useT } from '#renderer/lib/i18n.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { focusAtOnce } from '#renderer/ui/focus-at-once.ts';
import { KeyCap } from '#renderer/ui/KeyCap.tsx';
import { findingKinds } from '#shared/text-model/body.ts';
import { findingAt, markFinding, unmarkFinding } from './finding-mark.ts';
import classes from './writing.module.css';

type Props = { editor: Editor; onClose: () => void };

/** What the marked words are: one digit. */
export function FindingDialog({ editor, onClose }: Props) {
  const t = useT();
  const known = findingAt(editor);

  function choose(digit: number): void {
    const kind = findingKinds[digit - 1];
    if (digit !== 0 && !kind) return;
    onClose();
    if (kind) markFinding(editor, kind);
    else unmarkFinding(editor);
  }

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('conferences.finding.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      returnFocus={false}
      size="sm"
      yOffset="18vh"
      onKeyDown={(event) => {
        if (!/^\d$/u.test(event.key)) return;
        event.preventDefault();
        choose(Number(event.key));
      }}
    >
      <div className={classes.choices}>
        {findingKinds.map((kind, index) => (
          <UnstyledButton
            key={kind}
            data-autofocus={index === 0 || undefined}
            ref={index === 0 ? focusAtOnce : undefined}
            onClick={() => choose(index + 1)}
          >
            <KeyCap keys={String(index + 1)} /> {t(`conferences.finding.kind.${kind}`)}
          </UnstyledButton>
        ))}
        {known && (
          <UnstyledButton onClick={() => choose(0)}>
            <KeyCap keys="0" /> {t('conferences.finding.unmark')}
          </UnstyledButton>
        )}
      </div>
    </Dialog>
  );
}
