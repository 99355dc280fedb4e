/**
 * What a draft row holds. `older`: a part typed earlier that the clerk has neither taken back nor dropped yet; it must
 * survive the writes of what is typed meanwhile.
 */
export type DraftText<T> = { form: T; at: string; label: string; older: DraftText<T> | null };

/** What is typed and three parts typed earlier: more than these nobody tells apart. */
export const mostParts = 4;

export function writeDraft<T>(draft: DraftText<T>): string {
  return JSON.stringify({ version: 1, ...draft });
}

/** @returns null for text that this version of the page did not write. */
export function readDraft<T>(text: string): DraftText<T> | null {
  try {
    const value = JSON.parse(text) as { version?: number } & DraftText<T>;
    if (value.version !== 1 || typeof value.form !== 'object' || value.form === null) return null;
    return { form: value.form, at: value.at, label: value.label, older: value.older };
  } catch {
    return null;
  }
}

/** At most so many parts, the newest ones. */
export function cutOff<T>(part: DraftText<T> | null, most: number): DraftText<T> | null {
  return part && most > 0 ? { ...part, older: cutOff(part.older, most - 1) } : null;
}

/** The newest part that differs from what is saved; parts that do not differ are of no use to anybody. */
export function newestUseful<T>(
  draft: DraftText<T> | null,
  differs: (form: T) => boolean,
): DraftText<T> | null {
  for (let part = draft; part; part = part.older) if (differs(part.form)) return part;
  return null;
}

/** The parts of both, newest first; what stands in both, once. */
export function merged<T>(part: DraftText<T> | null, other: DraftText<T> | null): DraftText<T> | null {
  if (!part || !other) return part ?? other;
  if (part.at === other.at) return { ...part, older: merged(part.older, other.older) };
  if (part.at < other.at) return merged(other, part);
  return { ...part, older: merged(part.older, other) };
}
