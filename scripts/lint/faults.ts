import type { Exception } from './features.ts';

export type Fault = {
  file: string;
  line: number;
  /** What stands there, and what to do instead. */
  says: string;
  /** What an exception has to name to let it pass; null where there are none. */
  what: string | null;
};

/** Those that no exception lets pass, and the exceptions that let nothing pass. */
export function withoutExceptions(faults: readonly Fault[], exceptions: readonly Exception[]): Fault[] {
  const used = new Set<Exception>();
  const left = faults.filter((fault) => {
    const known = exceptions.find((one) => covers(one, fault));
    if (known) used.add(known);
    return !known;
  });
  const idle = exceptions
    .filter((one) => !used.has(one))
    .map(({ at, what }): Fault => {
      const says = `the exception for ${what} is not needed any more: take it out of scripts/lint/features.ts`;
      return { file: at, line: 1, says, what: null };
    });
  return [...left, ...idle];
}

function covers({ at, what }: Exception, fault: Fault): boolean {
  const isHere = at.endsWith('/') ? fault.file.startsWith(at) : fault.file === at;
  return isHere && fault.what !== null && (what === '*' || what === fault.what);
}
