import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectDir, readManifest } from '../../scripts/lib/project.ts';
import { packAsar } from './support/asar.ts';
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';

/** Everything that the program reads of its own folder, and nothing else. */
const parts = ['package.json', 'out', 'migrations', 'templates'];

/** What is needed at run time, with what they need themselves. */
function runtimePackages(): string[] {
  const found = new Set<string>();
  const add = (name: string) => {
    const folder = `node_modules/${name}`;
    if (found.has(folder)) return;
    const manifest = installed(folder);
    if (!manifest) return;
    found.add(folder);
    for (const one of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) add(one);
  };
  for (const name of Object.keys(readManifest(projectDir).dependencies ?? {})) add(name);
  return [...found];
}

/** Null: of another platform. */
function installed(folder: string) {
  try {
    return readManifest(path.join(projectDir, folder));
  } catch {
    return null;
  }
}

test('the program makes its papers also from within an archive', async ({ launchApp, tempDir, demoDir }) => {
  const archive = path.join(tempDir('goi'), 'app.asar');
  const packages = runtimePackages();
  packAsar(projectDir, [...parts, ...packages], archive, (name) =>
    ['templates', ...packages].some((folder) => name.startsWith(`${folder}/`)),
  );
  const dataDir = await demoDir();
  const { page, electron, close } = await launchApp({ dataDir, app: archive });

  const folder = tempDir('ra');
  await electron.evaluate(({ dialog }, into) => {
    let files = 0;
    dialog.showSaveDialog = async () => {
      files += 1;
      return { canceled: false, filePath: `${into}/${files}` };
    };
  }, folder);

  const called = (method: string, input: object) =>
    page.evaluate(
      ([name, given]) => (globalThis as unknown as { bridge: Bridge }).bridge.invoke(name, given),
      [method, input] as const,
    );
  const told = async (method: string, input: object) => {
    const answer = await called(method, input);
    expect(answer, JSON.stringify(answer).slice(0, 300)).toMatchObject({ ok: true });
    return answer.value;
  };
  await told('phrases.save', { abbreviation: 'goi', text: 'gói' });
  for (const [list, kind] of [
    ['documents.list', 'document'],
    ['conferences.list', 'minutes'],
  ] as const) {
    const [first] = (await told(list, {})) as { id: string }[];
    const source = { kind, id: first?.id };
    await told('print.preview', { source });
    await told('print.exportPdf', { source });
    await told('print.exportWord', { source });
  }
  await told('app.saveReport', {});
  expect(await told('journal.verify', {})).toMatchObject({ faults: [] });
  await close();
  const starts = [1, 2, 3, 4, 5].map((n) => readFileSync(path.join(folder, String(n)), 'latin1').slice(0, 4));
  expect(starts).toEqual(['%PDF', 'PK\x03\x04', '%PDF', 'PK\x03\x04', '\xef\xbb\xbf[']);
  expect(readFileSync(path.join(folder, '5'), 'utf8')).toMatch(/^electron \d.*sqlite 3\./mu);
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});

type Bridge = { invoke: (name: string, input: object) => Promise<{ ok: boolean; value?: unknown }> };
