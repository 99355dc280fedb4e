import type { Editor } from '@tiptap/react';
import { memo, useMemo, useRef } from 'react';
import { useClauseBlocks } from '#renderer/features/clauses/index.ts';
import { FindingMark } from '#renderer/features/conferences/index.ts';
import { OpinionMarks } from '#renderer/features/reviews/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { RichText } from '#renderer/ui/rich-text/index.ts';
import type { Body } from '#shared/text-model/body.ts';
import { documentBlocks } from '../blocks/indicator-table-node.ts';

const blocks = [...documentBlocks, FindingMark, OpinionMarks];
const nothing = () => {};

type Props = {
  id: string;
  body: Body;
  onReady: (editor: Editor) => void;
  /** Enter on words that somebody has an opinion on. */
  onEnter: () => void;
};

/** The text of a document that is not written on any more: to be read with a cursor, and to select words in. */
export const DocumentReading = memo(function DocumentReading({ id, body, onReady, onEnter }: Props) {
  const t = useT();
  const clauseBlocks = useClauseBlocks(id);
  const extensions = useMemo(() => [...blocks, ...clauseBlocks], [clauseBlocks]);
  const version = useRef({ body, count: 0 });
  if (version.current.body !== body) version.current = { body, count: version.current.count + 1 };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter of the text within
    <div
      style={{ height: '100%' }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.altKey && !event.ctrlKey) onEnter();
      }}
    >
      <RichText
        key={version.current.count}
        initial={body}
        onEdit={nothing}
        label={t('documents.field.body')}
        extensions={extensions}
        onReady={onReady}
        isReadOnly
        hasCursor
        fill
      />
    </div>
  );
});
