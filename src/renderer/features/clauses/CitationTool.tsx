import type { Editor } from '@tiptap/react';
import { useT } from '#renderer/lib/i18n.tsx';
import { Tool } from '#renderer/ui/rich-text/index.ts';

/** Opens the list of clauses to cite. */
export function CitationTool({ run }: { run: (editor: Editor) => void }) {
  const t = useT();
  return (
    <Tool name="documents.citation.title" keys="ctrl+shift+m" run={run}>
      {t('documents.citation.sign')}
    </Tool>
  );
}
