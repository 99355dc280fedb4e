import { useT } from '#renderer/lib/i18n.tsx';
import type { Hit, SnippetPart } from '#shared/features/search/contract.ts';
import { showDate } from '#shared/text/dates.ts';
import classes from './search.module.css';

/** What it is called, where it stands, what it says, what it is and of when. */
export function HitRow({ hit }: { hit: Hit }) {
  const t = useT();
  const { kind, title, within, snippet, date } = hit;
  const when = date ? showDate(date) : kind === 'document' ? t('app.palette.draft') : '';
  return (
    <>
      <span className={classes.words}>
        <span className={classes.title}>
          <Marked parts={title} />
        </span>
        {within && <span className={classes.within}>{within}</span>}
        {snippet.length > 0 && (
          <span className={classes.snippet}>
            <Marked parts={snippet} />
          </span>
        )}
      </span>
      <span className={classes.what}>
        {t(`search.kind.${kind}`)}
        {when && !within && ` · ${when}`}
      </span>
    </>
  );
}

function Marked({ parts }: { parts: readonly SnippetPart[] }) {
  return parts.map(({ text, isHit }, at) => {
    const Tag = isHit ? 'mark' : 'span';
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never move
    return <Tag key={at}>{text}</Tag>;
  });
}
