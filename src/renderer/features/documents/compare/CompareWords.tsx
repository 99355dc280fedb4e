// biome-ignore-all lint/suspicious/noArrayIndexKey: the parts of a comparison have no other name, and are drawn once
import { useT } from '#renderer/lib/i18n.tsx';
import { TokenText } from '#renderer/ui/TokenText.tsx';
import type { LineChange, WordChange } from '#shared/text-model/compare/schema.ts';
import classes from './compare.module.css';

/*
 * Nothing here has a name of its own, and a comparison is drawn once: its places are its keys.
 */

export function Words({ words }: { words: readonly WordChange[] }) {
  return words.map((change, i) => <Word key={`${i} ${change.kind}`} change={change} />);
}

function Word({ change: { kind, content } }: { change: WordChange }) {
  const t = useT();
  const text = <TokenText content={content} />;
  switch (kind) {
    case 'added':
      return <ins>{text}</ins>;
    case 'removed':
      return <del>{text}</del>;
    case 'styled':
      return (
        <span className={classes.styled} title={t('documents.compare.styled')}>
          {text}
        </span>
      );
    case 'same':
      return text;
  }
}

/** An item, a row, a line each. */
export function Lines({ lines }: { lines: readonly LineChange[] }) {
  return (
    <ul className={classes.lines}>
      {lines.map(({ kind, cells }, i) => (
        <li key={`${i} ${kind}`} data-kind={kind}>
          {cells.map((words, column) => (
            <Words key={`${i} ${column + 1}`} words={words} />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** A table with the cells of both versions. */
export function TableLines({ lines }: { lines: readonly LineChange[] }) {
  return (
    <table className={classes.table}>
      <tbody>
        {lines.map(({ kind, cells, headers }, i) => (
          <tr key={`${i} ${kind}`} data-kind={kind}>
            {cells.map((words, column) => {
              const key = `${i} ${column + 1}`;
              return headers[column] ? (
                <th key={key}>
                  <Words words={words} />
                </th>
              ) : (
                <td key={key}>
                  <Words words={words} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
