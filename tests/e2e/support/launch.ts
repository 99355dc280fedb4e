import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, type ElectronApplication, type Page, type TestInfo } from '@playwright/test';
import {
  collectOutput,
  launchElectron,
  programArgs,
  toClerksSize,
  untilReady,
} from '../../../scripts/lib/electron.ts';
import { projectDir, sandboxArgs } from '../../../scripts/lib/project.ts';
import { ensureRuntime, type Runtime } from '../../../scripts/runtime.ts';
import { cli } from './cli.ts';

export { expect } from '@playwright/test';

export type LaunchOptions = {
  /** Default: a new empty folder, removed after the test. */
  dataDir?: string;
  env?: Record<string, string>;
  args?: readonly string[];
  /** Default: the project itself. */
  app?: string;
  /** Of a test that does on purpose what the page's policy forbids; any other one fails by it. */
  breaksPolicy?: boolean;
};

export type RunningApp = {
  page: Page;
  electron: ElectronApplication;
  dataDir: string;
  /** What the main process has printed since its modules were loaded; what came earlier, runToExit sees. */
  output: () => string;
  /** Quits as the user does, and waits until the process has ended. */
  close: () => Promise<void>;
  /** As a power cut: nothing of the program gets to run any more. */
  kill: () => Promise<void>;
};

export type ExitedApp = { code: number | null; output: string };

type Fixtures = {
  /** Starts the built program and waits until its first screen answers. */
  launchApp: (options?: LaunchOptions) => Promise<RunningApp>;
  /** Starts the program where it is expected to end by itself, and waits for that. */
  runToExit: (options?: LaunchOptions) => Promise<ExitedApp>;
  /** An empty folder of the test's own, removed afterwards. */
  tempDir: (name?: string) => string;
  /** A data folder with the demo records. */
  demoDir: () => Promise<string>;
};

export const test = base.extend<Fixtures, { runtime: Runtime }>({
  runtime: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
    async ({}, use) => use(await ensureRuntime({ say: () => {} })),
    { scope: 'worker', timeout: 10 * 60_000 },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above
  tempDir: async ({}, use) => {
    const folders: string[] = [];
    await use((name = 'so-nghi-quyet') => {
      const folder = mkdtempSync(path.join(os.tmpdir(), `${name}-`));
      folders.push(folder);
      return folder;
    });
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  demoDir: async ({ tempDir }, use) => {
    await use(async () => {
      const folder = tempDir();
      await cli(['demo', '--data', folder]);
      return folder;
    });
  },

  launchApp: async ({ runtime, tempDir }, use, testInfo) => {
    const started: Started[] = [];
    const violations = new Set<string>();
    await use(async ({ dataDir = tempDir(), env, args, app, breaksPolicy = false } = {}) => {
      const electron = await launchElectron({ runtime, dataDir, env, args, app });
      const followed = follow(electron);
      const close = async () => {
        const [page] = electron.windows();
        if (page && !breaksPolicy) await collectViolations(page, violations).catch(() => undefined);
        await followed.close();
      };
      const program = { ...followed, close };
      started.push(program);
      const page = await electron.firstWindow();
      await toClerksSize(electron);
      await untilReady(page);
      if (!breaksPolicy) await collectViolations(page, violations);
      return { ...program, page, dataDir };
    });
    if (testInfo.status !== testInfo.expectedStatus) await keepEvidence(started, testInfo);
    await Promise.all(started.map((program) => program.close()));
    base.expect([...violations], 'what the content policy refused').toEqual([]);
  },

  runToExit: async ({ runtime, tempDir }, use) => {
    await use(({ dataDir = tempDir(), env, args } = {}) => {
      const program = spawn(runtime.electronPath, [...sandboxArgs, ...programArgs(dataDir, args)], {
        cwd: projectDir,
        env: { ...process.env, ...runtime.env, ...env },
        timeout: 60_000,
      });
      let output = '';
      for (const stream of [program.stdout, program.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          output += chunk.toString();
        });
      }
      return new Promise((resolve, reject) => {
        program.on('error', reject);
        program.on('close', (code) => resolve({ code, output }));
      });
    });
  },
});

type Violation = { body: Record<'effectiveDirective' | 'blockedURL' | 'sourceFile' | 'lineNumber', unknown> };

/** The browser keeps them from the first script of a load on, also those whose error the page has caught. */
async function collectViolations(page: Page, violations: Set<string>): Promise<void> {
  const found = await page.evaluate(() => {
    const observer = new ReportingObserver(() => undefined, { types: ['csp-violation'], buffered: true });
    observer.observe();
    const reports = observer.takeRecords() as unknown as Violation[];
    observer.disconnect();
    return reports.map(({ body }) =>
      [body.effectiveDirective, body.blockedURL, body.sourceFile, body.lineNumber].join(' '),
    );
  });
  for (const violation of found) violations.add(violation);
}

type Started = Pick<RunningApp, 'electron' | 'output' | 'close' | 'kill'>;

// Playwright forgets the process of a closed program, so it is asked for only once.
function follow(electron: ElectronApplication): Started {
  const child = electron.process();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    electron,
    output: collectOutput(electron),
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) await electron.close();
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function keepEvidence(started: readonly Started[], testInfo: TestInfo): Promise<void> {
  for (const [index, { electron, output }] of started.entries()) {
    await testInfo.attach(`main-${index}.txt`, { body: output(), contentType: 'text/plain' });
    const picture = await electron
      .windows()[0]
      ?.screenshot({ timeout: 5000 })
      .catch(() => null);
    if (picture) await testInfo.attach(`window-${index}.png`, { body: picture, contentType: 'image/png' });
  }
}
