import type { Fault } from './faults.ts';
import type { Source } from './sources.ts';

/** Files that wait for each other when the program begins to run, each circle once. */
export function circleFaults(sources: readonly Source[]): Fault[] {
  const bySource = new Map(sources.map((source) => [source.file, source]));
  const done = new Set<string>();
  const way: string[] = [];
  const circles: string[][] = [];

  function walk(file: string): void {
    const at = way.indexOf(file);
    if (at !== -1) circles.push(way.slice(at));
    if (at !== -1 || done.has(file)) return;
    way.push(file);
    for (const { file: to, isStatic } of bySource.get(file)?.imports ?? [])
      if (isStatic && to !== null) walk(to);
    way.pop();
    done.add(file);
  }

  for (const { file } of sources) walk(file);
  return circles.map((files) => ({
    file: files[0] ?? '',
    line: 1,
    says: `imports itself in a circle: ${[...files, files[0]].join(' → ')}; move what both need below them`,
    what: null,
  }));
}
