import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Runtime } from '../runtime.ts';
import { projectDir, sandboxArgs } from './project.ts';

export type LaunchOptions = {
  runtime: Runtime;
  dataDir: string;
  args?: readonly string[];
  env?: Record<string, string>;
  /** The folder of the program, or the archive that it is packed in. Default: this project. */
  app?: string;
};

/** What the program is started with: by hand, by the tests and by the measurements alike. */
export function programArgs(dataDir: string, args: readonly string[] = [], app = projectDir): string[] {
  return [app, `--data=${dataDir}`, ...args];
}

/** Starts the built program under Playwright's control. */
export function launchElectron({
  runtime,
  dataDir,
  args,
  env,
  app,
}: LaunchOptions): Promise<ElectronApplication> {
  // Without executablePath Playwright asks the electron package, which obeys this variable, and adds its loader:
  // the program then waits until it is attached, so that nothing of the start is missed.
  Object.assign(process.env, runtime.env);
  return _electron.launch({
    args: programArgs(dataDir, args, app),
    cwd: projectDir,
    env: { ...(process.env as Record<string, string>), ...env },
    chromiumSandbox: sandboxArgs.length === 0,
    timeout: 60_000,
  });
}

/** The size of the clerks' screens. By the program itself: a handle of its window is now and then collected while it is made. */
export async function toClerksSize(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      window.setBounds({ x: 0, y: 0, width: 1366, height: 768 });
  });
}

/** The page says so itself, once its first screen is there and answers. */
export async function untilReady(page: Page, timeout = 60_000): Promise<void> {
  await page.locator('html[data-app-ready]').waitFor({ state: 'attached', timeout });
}

export function collectOutput(app: ElectronApplication): () => string {
  let text = '';
  const { stdout, stderr } = app.process();
  for (const stream of [stdout, stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return () => text;
}
