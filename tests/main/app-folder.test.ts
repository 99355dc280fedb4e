import { join } from 'node:path';
import { expect, test } from 'vitest';
import { onRealDisk } from '#main/app-folder.ts';

test('what native code reads lies beside the archive, and in the folder where there is none', () => {
  const resources = join('C:', 'Sổ nghị quyết', 'resources');
  expect(onRealDisk(join(resources, 'app.asar'), 'templates')).toBe(
    join(resources, 'app.asar.unpacked', 'templates'),
  );
  for (const folder of ['app', 'app.asar.unpacked', 'my app.asar old'])
    expect(onRealDisk(join(resources, folder), 'templates')).toBe(join(resources, folder, 'templates'));
});
