import './library-styles.ts';
import { CloseButton, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import classes from './ui.module.css';

export type NoteProps = {
  /** good: done and checked · waiting: the clerk has to decide · bad: refused or broken · plain: for information */
  tone: 'good' | 'waiting' | 'bad' | 'plain';
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons at the end. */
  actions?: ReactNode;
  onClose?: () => void;
};

/** A quiet strip at the place it is about; the tone is also told to screen readers. */
export function Note({ tone, title, children, actions, onClose }: NoteProps) {
  const t = useT();
  return (
    <div className={classes.note} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <div className={classes.noteText}>
        {title && <Text fw={600}>{title}</Text>}
        {children}
      </div>
      {actions && (
        <Group gap="xs" wrap="nowrap">
          {actions}
        </Group>
      )}
      {onClose && <CloseButton size="sm" aria-label={t('ui.action.close')} onClick={onClose} />}
    </div>
  );
}
