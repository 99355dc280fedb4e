import { useState } from 'react';
import { OpinionPanel, useOpinionPanel } from '#renderer/features/reviews/index.ts';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';
import { CompareDialog } from '../compare/CompareDialog.tsx';
import { type CompareStart, startAt } from '../compare/compare-start.ts';
import classes from '../documents.module.css';
import { DocumentReading } from './DocumentReading.tsx';

type Props = { document: DocumentRecord; isShown: boolean; setShown: (shown: boolean) => void };

/** The text of a document that is only read, and what was said of it: for the next one, its paper stays as it is. */
export function DocumentOpinions({ document, ...shown }: Props) {
  const { id, body } = document;
  const [gone, setGone] = useState<CompareStart | null>(null);
  const opinions = useOpinionPanel({
    documentId: id,
    ...shown,
    onGone: (opinion) => setGone(startAt(opinion)),
  });
  return (
    <>
      <div className={classes.reading}>
        <DocumentReading id={id} body={body} onReady={opinions.keepEditor} onEnter={opinions.toOpinion} />
      </div>
      <OpinionPanel panel={opinions} />
      {gone && <CompareDialog id={id} start={gone} onClose={() => setGone(null)} />}
    </>
  );
}
