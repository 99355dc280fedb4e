import { useSyncExternalStore } from 'react';
import type { BaseLocationHook, BaseSearchHook } from 'wouter';

/*
 * Locations after the "#", query included: wouter's own hash hook leaves the query in the address of the page, where
 * it would stick to every later place.
 */

function inner(): string {
  return `/${location.hash.replace(/^#?\/?/u, '')}`;
}

const pathNow = () => inner().split('?')[0] ?? '/';
const searchNow = () => inner().split('?')[1] ?? '';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function go(to: string, options: { replace?: boolean } = {}): void {
  const url = new URL(location.href);
  url.hash = to;
  if (options.replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

export const useHashPath: BaseLocationHook & { hrefs?: (href: string) => string } = () => [
  useSyncExternalStore(subscribe, pathNow),
  go,
];
useHashPath.hrefs = (href) => `#${href}`;

export const useHashSearch: BaseSearchHook = () => useSyncExternalStore(subscribe, searchNow);
