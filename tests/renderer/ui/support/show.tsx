import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { queryClient } from '#renderer/lib/query-client.ts';

// What a page has and a document without layout lacks: fonts to wait for, and a height to show rows in.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 400 });

/** Puts a piece of the page on screen, as the program does, in Vietnamese; returns the hands that type. */
export function show(piece: ReactNode): UserEvent & { again: (next: ReactNode) => void } {
  const { rerender } = render(page(piece));
  return { ...userEvent.setup(), again: (next) => rerender(page(next)) };
}

function page(piece: ReactNode): ReactNode {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">{piece}</MantineProvider>
    </QueryClientProvider>
  );
}
