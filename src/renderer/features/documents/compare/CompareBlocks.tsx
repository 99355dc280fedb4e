import type { ReactNode } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import type { BlockChange, BlockDetail, LineChange, WordChange } from '#shared/text-model/compare/schema.ts';
import { Lines, TableLines, Words } from './CompareWords.tsx';
import classes from './compare.module.css';

type Block = Extract<BlockChange, { kind: 'same' }>['block'];
type Whole = 'same' | 'added' | 'removed';

/** A block as it stayed, came, went, changed or moved. */
export function ChangedBlock({ change }: { change: BlockChange }) {
  const t = useT();
  if (change.kind === 'same') return <WholeBlock block={change.block} kind="same" />;
  return (
    <div className={classes.change} data-change data-kind={change.kind} tabIndex={-1}>
      {change.kind === 'movedAway' && <Move>{t('documents.compare.movedAway', { move: change.move })}</Move>}
      {change.kind === 'movedHere' && <Move>{t('documents.compare.movedHere', { move: change.move })}</Move>}
      {change.kind === 'changed' && change.move !== null && (
        <Move>{t('documents.compare.movedHere', { move: change.move })}</Move>
      )}
      {change.kind === 'changed' ? (
        <Detail detail={change.detail} />
      ) : (
        <WholeBlock block={change.block} kind={wholeOf(change.kind)} />
      )}
    </div>
  );
}

function Move({ children }: { children: ReactNode }) {
  return <span className={classes.move}>{children}</span>;
}

/** Both ends of a move show its words; only what went for good is struck through. */
function wholeOf(kind: 'added' | 'removed' | 'movedAway' | 'movedHere'): Whole {
  return kind === 'movedAway' || kind === 'movedHere' ? 'same' : kind;
}

function Detail({ detail }: { detail: BlockDetail }) {
  switch (detail.form) {
    case 'text':
      return <TextBlock isHeading={detail.type === 'heading'} words={detail.words} />;
    case 'lines':
      return detail.type === 'table' ? <TableLines lines={detail.lines} /> : <Lines lines={detail.lines} />;
    case 'live':
      return (
        <>
          <WholeBlock block={detail.before} kind="removed" />
          <WholeBlock block={detail.after} kind="added" />
        </>
      );
  }
}

function TextBlock({ isHeading, words }: { isHeading: boolean; words: readonly WordChange[] }) {
  return (
    <p data-heading={isHeading || undefined}>
      <Words words={words} />
    </p>
  );
}

function WholeBlock({ block, kind }: { block: Block; kind: Whole }) {
  const t = useT();
  const words = (content: WordChange['content'] = []): WordChange[] =>
    content.length === 0 ? [] : [{ kind, content }];
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return <TextBlock isHeading={block.type === 'heading'} words={words(block.content)} />;
    case 'bulletList':
      return (
        <Lines
          lines={block.content.map(
            (item): LineChange => ({ kind, headers: [], cells: [words(flat(item.content))] }),
          )}
        />
      );
    case 'table':
      return (
        <TableLines
          lines={block.content.map(
            (row): LineChange => ({
              kind,
              headers: row.content.map(({ attrs }) => attrs.header),
              cells: row.content.map((cell) => words(flat(cell.content))),
            }),
          )}
        />
      );
    case 'indicatorTable': {
      const { caption, period, indicatorIds } = block.attrs;
      const text = t('documents.compare.indicatorTable', { caption, period, count: indicatorIds.length });
      return <TextBlock isHeading={false} words={words([{ type: 'text', text }])} />;
    }
    case 'appendix': {
      const text = t('documents.compare.appendix', { title: block.attrs.title });
      return <TextBlock isHeading words={words([{ type: 'text', text }])} />;
    }
  }
}

function flat(paragraphs: readonly Extract<Block, { type: 'paragraph' }>[]): WordChange['content'] {
  return paragraphs.flatMap(({ content = [] }, i): WordChange['content'] =>
    i < paragraphs.length - 1 ? [...content, { type: 'end' }] : content,
  );
}
