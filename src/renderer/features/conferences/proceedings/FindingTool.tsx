import type { Editor } from '@tiptap/react';
import { useT } from '#renderer/lib/i18n.tsx';
import { Tool } from '#renderer/ui/rich-text/index.ts';
import { findingAt } from './finding-mark.ts';

/** Says what the words at the cursor are: pressed while they are something already. */
export function FindingTool({ run }: { run: (editor: Editor) => void }) {
  const t = useT();
  return (
    <Tool
      name="conferences.finding.title"
      keys="ctrl+shift+k"
      isOn={(editor) => findingAt(editor) !== null}
      run={run}
    >
      {t('conferences.finding.sign')}
    </Tool>
  );
}
