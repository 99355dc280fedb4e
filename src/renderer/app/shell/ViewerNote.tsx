import { useLocation } from 'wouter';
import classes from '#renderer/app/pages.module.css';
import { useT } from '#renderer/lib/i18n.tsx';
import { useHasRight } from '#renderer/lib/presence.ts';
import { Note } from '#renderer/ui/Note.tsx';
import type { MethodName } from '#shared/contract.ts';

/** What is written on a page, by the beginning of its address; a document says itself what can be done with it. */
const written: readonly (readonly [path: string, method: MethodName])[] = [
  ['/conferences/', 'conferences.save'],
  ['/indicators', 'indicators.save'],
  ['/settings', 'organisation.saveMember'],
];

/** Says on a page that the one at the PC only reads here, before something is typed that cannot be saved. */
export function ViewerNote() {
  const t = useT();
  const [location] = useLocation();
  const method = written.find(([path]) => location.startsWith(path))?.[1];
  const mayWrite = useHasRight(method ?? 'app.status');
  if (!method || mayWrite) return null;
  return (
    <div className={classes.viewer}>
      <Note tone="plain">{t('app.viewer')}</Note>
    </div>
  );
}
