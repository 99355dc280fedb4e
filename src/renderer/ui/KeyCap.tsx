import { Kbd } from '@mantine/core';
import { showKeys } from '#renderer/lib/keys.ts';

/** A key combination as printed on the keys; for the eye, screen readers have `aria-keyshortcuts`. */
export function KeyCap({ keys }: { keys: string }) {
  return (
    <Kbd size="xs" aria-hidden="true">
      {showKeys(keys)}
    </Kbd>
  );
}
