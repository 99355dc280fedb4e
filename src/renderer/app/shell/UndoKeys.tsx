import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { redo, undo } from '#renderer/lib/undo.ts';

/** Undo reaches as far back as the first act, which leads before the shell: its keys hold there as well. */
export function UndoKeys() {
  useShortcuts([
    { keys: 'ctrl+z', label: 'app.shortcut.undo', run: () => void undo(), notInText: true },
    { keys: 'ctrl+y', label: 'app.shortcut.redo', run: () => void redo(), notInText: true },
  ]);
  return null;
}
