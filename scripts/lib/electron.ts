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

/** How often the program is asked again when an answer of it was lost. */
const attempts = 3;

/** The size of the clerks' screens. While a program starts its debugger now and then loses what it was to answer with. */
export async function toClerksSize(app: ElectronApplication): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows())
          window.setBounds({ x: 0, y: 0, width: 1366, height: 768 });
      });
    } catch (error) {
      if (attempt === attempts || !String(error).includes('garbage collected')) throw error;
    }
  }
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
