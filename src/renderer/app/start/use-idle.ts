import { useEffect, useRef } from 'react';

const signs = ['keydown', 'pointermove', 'pointerdown', 'wheel'] as const;

/** Calls back once nobody has touched the PC for so many minutes; 0: never. */
export function useIdle(minutes: number, onIdle: () => void): void {
  const newest = useRef(onIdle);
  newest.current = onIdle;
  useEffect(() => {
    if (minutes === 0) return;
    let touchedAt = Date.now();
    const touch = () => {
      touchedAt = Date.now();
    };
    // Asked now and then instead of a timer set anew at each key; a PC that slept is idle when it wakes.
    const timer = setInterval(() => {
      if (Date.now() - touchedAt >= minutes * 60_000) newest.current();
    }, 5_000);
    for (const sign of signs) window.addEventListener(sign, touch, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [minutes]);
}
