import type { Editor } from '@tiptap/react';
import { useCallback, useRef, useState } from 'react';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { toastDone } from '#renderer/lib/toasts.tsx';
import type { CheckFinding } from '#shared/features/documents/checks/schema.ts';
import { documentForm, type SavedDocument } from '../draft/document-form.ts';
import { nextFinding } from './CheckPanel.tsx';
import { fixedField, fixInEditor, selectInEditor, selectInField } from './check-places.ts';
import { useChecks } from './use-checks.ts';

/** Open the last time, for the next document. */
let wasShown = false;

/** The panel of checks of a draft: what it shows, and how its findings are gone to and mended. */
export function useCheckPanel(id: string, saved: SavedDocument, showInfo: () => void) {
  const [isShown, setShown] = useState(wasShown);
  wasShown = isShown;
  const [current, setCurrent] = useState<CheckFinding | null>(null);
  const editor = useRef<Editor | null>(null);
  const checks = useChecks(id, () => {
    const typed = documentForm.safeParse(saved.values());
    return typed.success ? typed.data : null;
  });
  const { findings, touch } = checks;

  function go(finding: CheckFinding): void {
    setCurrent(finding);
    if (finding.place.field === 'body') {
      if (editor.current) selectInEditor(editor.current, finding.place);
      return;
    }
    showInfo();
    // The field is there once the panel is.
    requestAnimationFrame(() => selectInField(saved, finding.place));
  }

  function fix(finding: CheckFinding): void {
    if (finding.place.field === 'body') {
      if (!editor.current || !fixInEditor(editor.current, finding)) go(finding);
      touch();
      return;
    }
    const { field } = finding.place;
    const before = saved.form.getValues()[field];
    const value = fixedField(saved.values(), finding);
    if (value === null) return;
    const set = (to: typeof before) => {
      saved.form.setFieldValue(field, to);
      touch();
    };
    set(value);
    toastDone('documents.checks.fixed', {
      action: { label: 'journal.action.undo', run: () => set(before) },
    });
  }

  function next(): void {
    const found = nextFinding(findings, current);
    setShown(true);
    if (found) go(found);
  }

  useShortcuts([
    { keys: 'alt+k', label: 'documents.checks.toggle', run: () => setShown((shown) => !shown) },
    { keys: 'f9', label: 'documents.checks.next', run: next },
  ]);

  return {
    isShown,
    setShown,
    findings,
    current,
    go,
    fix,
    touch,
    keepEditor: useCallback((made: Editor) => {
      editor.current = made;
    }, []),
  };
}
