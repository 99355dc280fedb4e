import { Button, Loader, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import classes from './page-preview.module.css';
import { rangeOf } from './page-range.ts';
import { Sheet } from './Sheet.tsx';
import type { Pages } from './use-pages.ts';

const zooms = [50, 75, 100, 125, 150, 200];
const fullWidthMm = 210;

type Props = {
  shown: Pages;
  /** At the right of the bar: print, export. */
  actions?: ReactNode;
  /** Above the paper: why it is not the newest. */
  note?: ReactNode;
};

/** The pages as they will print. The place on the paper stays when newer pages come. */
export function PagePreview({ shown, actions, note }: Props) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<number | null>(null);
  const [current, setCurrent] = useState(1);
  const { pages, error } = shown;
  const isSlow = useSlow(shown.pending);
  const near = useNearPages(shown);
  const count = pages?.length ?? 0;

  function step(direction: 1 | -1): void {
    const now = zoom ?? measuredZoom(scroller.current);
    const next =
      direction === 1 ? zooms.find((one) => one > now + 1) : zooms.findLast((one) => one < now - 1);
    setZoom(next ?? zooms.at(direction === 1 ? -1 : 0) ?? 100);
  }

  return (
    <section className={classes.preview} aria-label={t('pagePreview.title')}>
      <div className={classes.bar}>
        <Text size="sm" c="dimmed" className={classes.place}>
          {count > 0 && t('pagePreview.place', { page: Math.min(current, count), count })}
        </Text>
        <Button.Group>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('pagePreview.zoomOut')}
            title={t('pagePreview.zoomOut')}
            onClick={() => step(-1)}
          >
            –
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setZoom(null)}
            aria-pressed={zoom === null}
            title={t('pagePreview.fitTitle')}
          >
            {zoom === null ? t('pagePreview.fit') : t('pagePreview.zoom', { percent: zoom })}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('pagePreview.zoomIn')}
            title={t('pagePreview.zoomIn')}
            onClick={() => step(1)}
          >
            +
          </Button>
        </Button.Group>
        <span className={classes.sign} role="status">
          {isSlow && <Loader size={14} type="dots" aria-label={t('pagePreview.setting')} />}
        </span>
        <div className={classes.actions}>{actions}</div>
      </div>
      {note}
      {error && !shown.pending && <ErrorNote error={error} />}
      <div
        ref={scroller}
        className={classes.scroller}
        onScroll={(event) => setCurrent(pageInView(event.currentTarget))}
      >
        <div
          className={classes.sheets}
          style={zoom === null ? undefined : { width: `${(fullWidthMm * zoom) / 100}mm` }}
        >
          {pages?.map((page, index) => (
            <Sheet
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its number
              key={index}
              page={page}
              label={t('pagePreview.page', { page: index + 1, count })}
              scroller={() => scroller.current}
              onNear={(isNear) => near(index + 1, isNear)}
            />
          ))}
          {!pages && !error && <div className={classes.sheet} style={{ aspectRatio: '210 / 297' }} />}
        </div>
      </div>
    </section>
  );
}

/** What fits now, in percent of the paper's true size (96 px are one inch). */
function measuredZoom(scroller: HTMLElement | null): number {
  const sheet = scroller?.querySelector('[data-sheet]');
  return sheet ? (sheet.clientWidth / ((fullWidthMm / 25.4) * 96)) * 100 : 100;
}

function pageInView(scroller: HTMLElement): number {
  const middle = scroller.getBoundingClientRect().top + scroller.clientHeight / 2;
  const sheets = [...scroller.querySelectorAll('[data-sheet]')];
  const index = sheets.findIndex((sheet) => sheet.getBoundingClientRect().bottom > middle);
  return index < 0 ? sheets.length : index + 1;
}

/** Says which pages are near what is seen, after each change of them and after each new set of pages. */
function useNearPages({ pages, look }: Pages): (page: number, isNear: boolean) => void {
  const near = useRef(new Set<number>());
  const [changes, setChanges] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: newer pages can lack what the older ones had
  useEffect(() => {
    const range = rangeOf(near.current);
    if (range) look?.(range);
  }, [look, pages, changes]);
  return (page, isNear) => {
    if (near.current.has(page) === isNear) return;
    if (isNear) near.current.add(page);
    else near.current.delete(page);
    setChanges((count) => count + 1);
  };
}

/** Work under 0.3 s needs no sign. */
function useSlow(pending: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!pending) {
      setIsSlow(false);
      return;
    }
    const timer = setTimeout(() => setIsSlow(true), 300);
    return () => clearTimeout(timer);
  }, [pending]);
  return isSlow;
}
