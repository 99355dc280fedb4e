import { join } from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';
import { writeDurably } from '#main/db/durable-file.ts';
import { readNote } from '#main/db/note.ts';
import { windowFile } from '#main/db/store-files.ts';
import { textSize, usualTextSize } from '#shared/features/app/text-size.ts';

/** How the window was left: beside the store, because it is there before a store is open. */
const windowNote = z.object({
  place: z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) }).nullable(),
  isMaximized: z.boolean(),
  textSize,
});
export type WindowNote = z.infer<typeof windowNote>;

/** The clerks' smallest usual screen. */
const usualSize = { width: 1366, height: 768 };

/** So much of a window has to be on a screen that it can be taken hold of. */
const graspable = { width: 120, height: 40 };

/** What was kept; as usual where nothing is, or nobody can read it. */
export function readWindowNote(folder: string): WindowNote {
  return (
    readNote(join(folder, windowFile), windowNote) ?? {
      place: null,
      isMaximized: false,
      textSize: usualTextSize,
    }
  );
}

/** A folder that cannot be written forgets the window; what else is wrong with it is told elsewhere. */
export function writeWindowNote(folder: string, note: WindowNote): void {
  try {
    writeDurably(join(folder, windowFile), JSON.stringify(note));
  } catch {
    // Nothing that anybody has typed is lost by it.
  }
}

/**
 * Where the window stands: as it was left, on the screen that shows most of it, and never larger than that screen without
 * its task bar. `areas` are these of the screens that exist, the main one first.
 */
export function placeOnScreens(kept: WindowNote['place'], areas: readonly Rectangle[]): Partial<Rectangle> {
  const [main] = areas;
  if (!main) return kept ?? usualSize;
  const area = kept && areas.toSorted((a, b) => sizeOf(shared(kept, b)) - sizeOf(shared(kept, a)))[0];
  if (!kept || !area || !isGraspable(shared(kept, area))) return centred(kept ?? usualSize, main);
  const width = Math.min(kept.width, area.width);
  const height = Math.min(kept.height, area.height);
  return {
    x: Math.max(area.x, Math.min(kept.x, area.x + area.width - width)),
    y: Math.max(area.y, Math.min(kept.y, area.y + area.height - height)),
    width,
    height,
  };
}

function centred(size: Pick<Rectangle, 'width' | 'height'>, area: Rectangle): Rectangle {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

function shared(a: Rectangle, b: Rectangle): Pick<Rectangle, 'width' | 'height'> {
  return {
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)),
  };
}

function sizeOf({ width, height }: Pick<Rectangle, 'width' | 'height'>): number {
  return width * height;
}

function isGraspable({ width, height }: Pick<Rectangle, 'width' | 'height'>): boolean {
  return width >= graspable.width && height >= graspable.height;
}
