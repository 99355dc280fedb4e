import { describe, expect, test } from 'vitest';
import { faultOf, isWhite, type Picture } from '../../scripts/check-print/same-picture.ts';

const [width, height] = [200, 280];

/** White paper with lines of strokes, as words look from afar; moved by so many pixels, without the last lines. */
function page({ right = 0, down = 0, without = 0, shortBy = 0 } = {}): Picture {
  const grey = new Uint8Array(width * height).fill(255);
  for (let line = 0; line < 20 - without; line += 1) {
    for (let stroke = 0; stroke < (line === 7 ? 30 - shortBy : 30); stroke += 1) {
      for (let y = 0; y < 5; y += 1) {
        grey[(20 + line * 12 + y + down) * width + 20 + stroke * 5 + ((line * stroke) % 3) + right] = 0;
      }
    }
  }
  return { width, height, grey };
}

describe('a page out of the printer', () => {
  test('is the one that was sent, also when it is drawn a pixel aside', () => {
    expect(faultOf(page(), page())).toBeNull();
    expect(faultOf(page(), page({ right: 1, down: 1 }))).toBeNull();
  });

  test('is not, when it is shifted, lacks a line, is blank or of another size', () => {
    for (const other of [page({ down: 4 }), page({ right: -2, down: 3 }), page({ without: 1 })]) {
      expect(faultOf(page(), other)).toMatch(/% of the ink/u);
      expect(faultOf(other, page())).toMatch(/% of the ink/u);
    }
    expect(faultOf(page(), page({ without: 20 }))).toMatch(/% of the ink/u);
    expect(faultOf(page(), { ...page(), height: height - 3 })).toMatch(/instead of/u);
  });

  test('is not, when a word is missing', () => {
    expect(faultOf(page(), page({ shortBy: 10 }))).toMatch(/a letter or more|% of the ink/u);
    expect(faultOf(page({ shortBy: 10 }), page())).toMatch(/a letter or more|% of the ink/u);
  });

  test('without ink is known as the empty back of a sheet', () => {
    expect(isWhite(page({ without: 20 }))).toBe(true);
    expect(isWhite(page())).toBe(false);
  });
});
