import { useEffect, useRef, useState } from 'react';
import type { ViewedPage } from '#shared/features/print/contract.ts';
import classes from './page-preview.module.css';

type Props = {
  page: ViewedPage;
  label: string;
  scroller: () => HTMLElement | null;
  /** Told when it comes near what is seen, and when it goes. */
  onNear: (isNear: boolean) => void;
};

/** One sheet of paper. It is drawn when it comes near, and the old drawing stays until the new one is there. */
export function Sheet({ page, label, scroller, onNear }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(place, scroller);
  const tell = useRef(onNear);
  tell.current = onNear;
  useEffect(() => {
    tell.current(isNear);
    return () => tell.current(false);
  }, [isNear]);
  const [drawings, loaded] = useDrawings(page.svg, isNear);
  return (
    <div
      ref={place}
      className={classes.sheet}
      style={{ aspectRatio: `${page.widthMm} / ${page.heightMm}` }}
      data-sheet
    >
      {drawings.map((url) => (
        <img
          key={url}
          src={url}
          alt={label}
          draggable={false}
          onLoad={() => loaded(url)}
          className={classes.drawing}
        />
      ))}
    </div>
  );
}

/** Blob addresses of the drawings to show, oldest first; each is given back when nothing shows it any more. */
function useDrawings(svg: string | null, isNear: boolean): [string[], (url: string) => void] {
  const [drawings, setDrawings] = useState<string[]>([]);
  const alive = useRef(new Set<string>());

  function keepOnly(kept: readonly string[]): void {
    for (const url of alive.current) {
      if (kept.includes(url)) continue;
      URL.revokeObjectURL(url);
      alive.current.delete(url);
    }
    setDrawings([...kept]);
  }
  const keep = useRef(keepOnly);
  keep.current = keepOnly;

  useEffect(() => {
    if (!isNear) {
      keep.current([]);
      return;
    }
    if (svg === null) return;
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    alive.current.add(url);
    setDrawings((old) => [...old, url]);
  }, [svg, isNear]);

  useEffect(() => () => keep.current([]), []);

  return [drawings, (url) => keepOnly(drawings.slice(drawings.indexOf(url)))];
}

function useIsNear(place: React.RefObject<HTMLElement | null>, scroller: () => HTMLElement | null): boolean {
  const [isNear, setIsNear] = useState(false);
  const root = useRef(scroller);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => setIsNear(entries.at(-1)?.isIntersecting ?? false),
      {
        root: root.current(),
        rootMargin: '100% 0%',
      },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return isNear;
}
