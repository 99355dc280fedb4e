import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** A page in grey, rasterised: one byte a pixel, 0 is black. */
export type Picture = { width: number; height: number; grey: Uint8Array };

/** Coarse enough that how two programs smooth the edge of a letter is one pixel; fine enough that no letter is lost. */
const dotsPerInch = 100;
/** Ink is darker than this; a smoothed edge alone is not. */
const darkest = 128;
const paper = 200;
/** How far a pixel of ink may lie from where it was, in pixels: a quarter of a millimetre. */
const reach = 1;
/** Of the ink of a page, this share may have nothing like it within reach … */
const mostStray = 0.005;
/** … and of any square of that many pixels, which holds two or three letters, no more pixels than half a letter has. */
const squareSide = 20;
const mostInSquare = 16;

/** The pages of a PDF file by poppler's pdftoppm; `folder` is for what it makes on the way. */
export function picturesOf(file: string, folder: string): Picture[] {
  const made = path.join(folder, 'pictures');
  mkdirSync(made, { recursive: true });
  const args = ['-gray', '-r', String(dotsPerInch), file, path.join(made, 'page')];
  const { status, stderr, error } = spawnSync('pdftoppm', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`pdftoppm (package poppler-utils): ${error?.message ?? stderr}`);
  const pictures = readdirSync(made)
    .sort()
    .map((name) => readPgm(readFileSync(path.join(made, name))));
  rmSync(made, { recursive: true });
  return pictures;
}

/** "P5", width, height, 255, each behind a blank, then the pixels. */
function readPgm(bytes: Uint8Array): Picture {
  const head = Buffer.from(bytes.subarray(0, 100)).toString('latin1');
  const [whole = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(head) ?? [];
  if (!width || !height) throw new Error('no grey picture');
  return { width: Number(width), height: Number(height), grey: bytes.subarray(whole.length) };
}

export function isWhite({ grey }: Picture): boolean {
  return grey.every((value) => value >= paper);
}

/** Ink on either page that has none within reach on the other. */
type Strays = {
  /** Of all ink: 0 the same, 1 nothing alike. */
  share: number;
  /** Pixels in the square that has most. */
  inSquare: number;
};

export function straysBetween(one: Picture, other: Picture): Strays {
  const there = strays(one, other);
  const back = strays(other, one);
  return {
    share: (there.stray + back.stray) / Math.max(1, there.ink + back.ink),
    inSquare: Math.max(0, ...there.squares.values(), ...back.squares.values()),
  };
}

function strays(one: Picture, other: Picture): { ink: number; stray: number; squares: Map<string, number> } {
  let ink = 0;
  let stray = 0;
  const squares = new Map<string, number>();
  for (let y = 0; y < one.height; y++) {
    for (let x = 0; x < one.width; x++) {
      if ((one.grey[y * one.width + x] ?? paper) >= darkest) continue;
      ink += 1;
      if (hasInkNear(other, x, y)) continue;
      stray += 1;
      const square = `${Math.floor(x / squareSide)} ${Math.floor(y / squareSide)}`;
      squares.set(square, (squares.get(square) ?? 0) + 1);
    }
  }
  return { ink, stray, squares };
}

function hasInkNear({ width, height, grey }: Picture, x: number, y: number): boolean {
  for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++) {
    for (let column = Math.max(0, x - reach); column <= Math.min(width - 1, x + reach); column++) {
      // What the other program smoothed is ink as well.
      if ((grey[row * width + column] ?? paper) < paper) return true;
    }
  }
  return false;
}

/** What is wrong with a page that came out of the printer; null when it is the page that was sent. */
export function faultOf(sent: Picture, printed: Picture): string | null {
  const isSameSize =
    Math.abs(sent.width - printed.width) <= reach && Math.abs(sent.height - printed.height) <= reach;
  if (!isSameSize)
    return `${printed.width} × ${printed.height} pixels instead of ${sent.width} × ${sent.height}`;
  const { share, inSquare } = straysBetween(sent, printed);
  if (share > mostStray) return `${(share * 100).toFixed(1)} % of the ink is not where it should be`;
  return inSquare > mostInSquare ? `a letter or more is not where it should be (${inSquare} pixels)` : null;
}
