import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { windowFile } from '#main/db/store-files.ts';
import { placeOnScreens, readWindowNote, writeWindowNote } from '#main/electron/window-place.ts';
import { nextTextSize } from '#shared/features/app/text-size.ts';
import { removeTempFolders, tempFolder } from '../../support/test-app.ts';

afterAll(removeTempFolders);

/** Screens with a task bar of 40 points below. */
const small = { x: 0, y: 0, width: 1024, height: 560 };
const usual = { x: 0, y: 0, width: 1366, height: 728 };
const second = { x: 1366, y: 0, width: 1920, height: 1040 };

describe('the window', () => {
  test('that was never there fits the main screen beside its task bar', () => {
    expect(placeOnScreens(null, [small])).toEqual(small);
    expect(placeOnScreens(null, [usual])).toEqual(usual);
    expect(placeOnScreens(null, [second, usual])).toEqual({ x: 1643, y: 136, width: 1366, height: 768 });
  });

  test('stands where it was left, also on the second screen', () => {
    const place = { x: 1500, y: 80, width: 1200, height: 800 };
    expect(placeOnScreens(place, [usual, second])).toEqual(place);
  });

  test('left on a screen that is gone comes to the main one, not larger than that', () => {
    const place = { x: 1500, y: 80, width: 1200, height: 800 };
    expect(placeOnScreens(place, [usual])).toEqual({ x: 83, y: 0, width: 1200, height: 728 });
    expect(placeOnScreens(place, [small])).toEqual(small);
  });

  test('that reaches over an edge is brought in', () => {
    const place = { x: -200, y: 600, width: 900, height: 600 };
    expect(placeOnScreens(place, [usual])).toEqual({ x: 0, y: 128, width: 900, height: 600 });
  });

  test('of which too little is seen to take hold of is brought back', () => {
    const place = { x: 1300, y: 700, width: 900, height: 600 };
    expect(placeOnScreens(place, [usual])).toEqual({ x: 233, y: 64, width: 900, height: 600 });
  });
});

describe('the note beside the store', () => {
  const asUsual = { place: null, isMaximized: false, textSize: 100 };

  test('is read as it was written', () => {
    const folder = tempFolder();
    expect(readWindowNote(folder)).toEqual(asUsual);
    const note = {
      place: { x: 1, y: 2, width: 900, height: 600 },
      isMaximized: true,
      textSize: 150,
    } as const;
    writeWindowNote(folder, note);
    expect(readWindowNote(folder)).toEqual(note);
  });

  test.each(['', '{', '[]', '{"place":{"x":"a"},"isMaximized":true,"textSize":100}', '{"textSize":1000}'])(
    'that nobody can read is as none: %s',
    (text) => {
      const folder = tempFolder();
      writeFileSync(join(folder, windowFile), text);
      expect(readWindowNote(folder)).toEqual(asUsual);
    },
  );

  test('cannot be kept in a folder that is gone, and that stops nobody', () => {
    const folder = join(tempFolder(), 'gone');
    writeWindowNote(folder, { place: null, isMaximized: false, textSize: 125 });
    expect(readWindowNote(folder)).toEqual(asUsual);
  });
});

test('the letters grow and shrink step by step, and not beyond the last', () => {
  expect(nextTextSize(100, 1)).toBe(110);
  expect(nextTextSize(100, -1)).toBe(90);
  expect(nextTextSize(200, 1)).toBe(200);
  expect(nextTextSize(80, -1)).toBe(80);
});
