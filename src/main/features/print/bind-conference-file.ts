import type { TaskContext } from '#main/api/context.ts';
import type { FileEntry } from '#main/features/conferences/index.ts';
import type { Binding, TypesetResult } from '#main/workers/typesetter-protocol.ts';
import type { DocumentModel, PrintModel } from '#shared/paper/model.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';

/** A paper of the file: set by the program, added by the clerk, or of a kind that cannot be put on a sheet. */
export type FilePaper = { title: string } & (
  | { kind: 'model'; model: PrintModel }
  | { kind: 'pdf' | 'image'; bytes: Uint8Array }
  | { kind: 'other' }
);

type Tools = Pick<TaskContext, 'progress' | 'signal' | 'services'>;
type Bound = Binding['parts'][number] & { sheets: number };

/**
 * One PDF: the title page with its index, then all papers, every sheet numbered through ("Tờ 5/37"). What cannot be
 * read stands in the index as an added file.
 * @param indexOf the title page for these entries
 */
export async function bindConferenceFile(
  tools: Tools,
  papers: readonly FilePaper[],
  indexOf: (entries: readonly FileEntry[]) => DocumentModel,
): Promise<TypesetResult['pdf']> {
  const { typesetter } = tools.services;
  const unprintable = new Set<string>();
  const set = async (model: PrintModel) => {
    const made = await stoppable(tools.signal, typesetter.pdf(model));
    for (const letter of made.unprintable) unprintable.add(letter);
    return made;
  };
  const bound: (Bound | null)[] = [];
  for (const [done, paper] of papers.entries()) {
    tools.progress('typeset', done, papers.length);
    bound.push(await boundPaper(tools, paper, set));
  }
  const inside = bound.filter((part) => part !== null);
  const { index, pages } = await setIndex(papers, bound, async (entries) => set(indexOf(entries)));

  const { meta, profile } = indexOf([]);
  const total = pages + inside.reduce((sum, { sheets }) => sum + sheets, 0);
  const labels = Array.from({ length: total }, (_, i) => `Tờ ${i + 1}/${total}`);
  const numbers = await set({ kind: 'sheetNumbers', profile, meta, labels });
  tools.progress('bind', 0, 0);
  const binding: Binding = {
    meta,
    parts: [{ title: 'Mục lục', kind: 'pdf', bytes: index }, ...inside.map(({ sheets: _, ...part }) => part)],
    numbers: { bytes: numbers.bytes, ...placeOf(profile) },
  };
  const { bytes } = await stoppable(tools.signal, typesetter.bind(binding));
  return { bytes, pages: total, unprintable: [...unprintable] };
}

/** Under the right edge of the text. */
function placeOf({ page, sheetNumber }: LayoutProfile): { fromRightMm: number; fromBottomMm: number } {
  return { fromRightMm: page.rightMm, fromBottomMm: sheetNumber.fromBottomMm };
}

async function boundPaper(
  { services, signal }: Tools,
  paper: FilePaper,
  set: (model: PrintModel) => Promise<TypesetResult['pdf']>,
): Promise<Bound | null> {
  const { title } = paper;
  switch (paper.kind) {
    case 'model': {
      const { bytes, pages } = await set(paper.model);
      return { title, kind: 'pdf', bytes, sheets: pages };
    }
    case 'pdf':
    case 'image': {
      const file = { kind: paper.kind, bytes: paper.bytes };
      const { count } = await stoppable(signal, services.typesetter.sheets(file));
      return count === null ? null : { title, ...file, sheets: count };
    }
    case 'other':
      return null;
  }
}

/** The index is part of what it counts: it is set again until it takes the sheets that it was counted with. */
async function setIndex(
  papers: readonly FilePaper[],
  bound: readonly (Bound | null)[],
  set: (entries: readonly FileEntry[]) => Promise<TypesetResult['pdf']>,
): Promise<{ index: Uint8Array; pages: number }> {
  let pages = 1;
  for (let attempt = 1; ; attempt += 1) {
    const made = await set(entriesAfter(pages, papers, bound));
    // More digits could add a line and with it a sheet, but never take one away again.
    if (made.pages === pages || attempt === 4) return { index: made.bytes, pages: made.pages };
    pages = made.pages;
  }
}

function entriesAfter(
  index: number,
  papers: readonly FilePaper[],
  bound: readonly (Bound | null)[],
): FileEntry[] {
  let last = index;
  return papers.map(({ title }, i) => {
    const sheets = bound[i]?.sheets;
    if (sheets === undefined) return { title, sheets: null };
    const from = last + 1;
    last += sheets;
    return { title, sheets: { from, to: last } };
  });
}

/** What is under way in the other process ends by itself; nobody waits for it. */
async function stoppable<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
