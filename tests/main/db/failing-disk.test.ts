import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { appRoot, removeTempFolders, tempFolder } from '../../support/test-app.ts';

/** Without a blank, where the list of what is preloaded would end. */
const built = mkdtempSync(join(tmpdir(), 'snq-'));
let library = '';

beforeAll(() => {
  if (process.platform !== 'linux') return;
  const made = join(built, 'failing-disk.so');
  try {
    execFileSync('cc', [
      '-shared',
      '-fPIC',
      '-o',
      made,
      join(appRoot, 'tests/support/failing-disk.c'),
      '-ldl',
    ]);
    library = made;
  } catch {
    console.info('skipped: no C compiler here to make a disk fail with');
  }
});
afterEach(removeTempFolders);
afterAll(() => rmSync(built, { recursive: true }));

const { EIO, ENODEV, EROFS } = constants.errno;

test.for([
  ['EIO', EIO, 'DISK_FAILING'],
  ['ENODEV', ENODEV, 'DISK_FAILING'],
  ['EROFS', EROFS, 'STORE_READ_ONLY'],
])(
  '%s while saving, folding and starting is told as what it is, and nothing is lost',
  { timeout: 60_000 },
  ([_, errno, atStart], { skip }) => {
    if (library === '') return skip('no C compiler');
    const folder = tempFolder();
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(appRoot, 'tests/support/work-on-failing-disk.ts'), folder, `w ${errno}`],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          LD_PRELOAD: library,
          FAIL_FOLDER: folder,
          FAIL_CONTROL: join(tempFolder(), 'how'),
        },
      },
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual([
      'saved',
      'DISK_FAILING',
      'failing',
      1,
      'saved',
      null,
      { state: 'failed', error: { code: atStart, detail: expect.anything() } },
      { state: 'ready' },
      2,
    ]);
  },
);
