import './library-styles.ts';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './ui.module.css';

/** An empty place says what belongs there and offers the first step. */
export function EmptyState({ message, firstStep }: { message: string; firstStep?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <Text c="dimmed">{message}</Text>
      {firstStep}
    </div>
  );
}
