import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from '../../scripts/lib/project.ts';
import { expect, test } from './support/launch.ts';

test('the built preload is one small CommonJS file that needs nothing but Electron', () => {
  const source = readFileSync(path.join(projectDir, 'out', 'preload', 'index.cjs'), 'utf8');
  expect(Buffer.byteLength(source)).toBeLessThan(5_000);
  expect([...source.matchAll(/require\((["'`])(.+?)\1\)/gu)].map((match) => match[2])).toEqual(['electron']);
  expect(source).not.toMatch(/^\s*(import|export)\s/mu);
});

test('the page is locked in', async ({ launchApp }) => {
  const { page, electron } = await launchApp({ breaksPolicy: true });

  await test.step('it runs in a sandbox of its own', async () => {
    const preferences = await electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(
      await page.evaluate(() =>
        ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
          (name) => name in globalThis,
        ),
      ),
    ).toEqual([]);
    expect(
      await page.evaluate(() => Object.keys((globalThis as unknown as { bridge: object }).bridge).sort()),
    ).toEqual(['invoke', 'subscribe']);
  });

  await test.step('nothing foreign runs or loads in it', async () => {
    const results = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(event.effectiveDirective),
      );
      const outcome: Record<string, unknown> = {};
      const add = (tag: string, attributes: Record<string, string>, text = '') => {
        const element = Object.assign(document.createElement(tag), attributes);
        element.append(text);
        document.body.append(element);
        return element;
      };
      add('script', {}, 'window.__inline = true');
      add('script', { src: 'https://example.org/x.js' });
      add('img', { src: 'https://example.org/x.png' });
      add('iframe', { src: 'https://example.org/' });
      add(
        'style',
        {},
        '@font-face { font-family: x; src: url(https://example.org/x.woff2) } body { outline: 1px solid }',
      );
      const form = add('form', { action: 'https://example.org/', method: 'post' }) as HTMLFormElement;
      form.submit();
      // Text as code, run by the page itself: what the test runs directly is exempt from the policy.
      setTimeout('window.__evaluated = true' as unknown as () => void);
      outcome.fetch = await fetch('https://example.org/').then(
        () => 'open',
        () => 'blocked',
      );
      outcome.socket = await new Promise((resolve) => {
        try {
          const socket = new WebSocket('wss://example.org/');
          socket.onerror = () => resolve('blocked');
          socket.onopen = () => resolve('open');
        } catch {
          resolve('blocked');
        }
      });
      outcome.worker = await new Promise((resolve) => {
        try {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
          worker.onmessage = () => resolve('ran');
          worker.onerror = () => resolve('blocked');
        } catch {
          resolve('blocked');
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      outcome.inline = '__inline' in window || '__evaluated' in window;
      return { outcome, violations: [...new Set(violations)] };
    });
    expect(results.outcome).toEqual({
      fetch: 'blocked',
      socket: 'blocked',
      worker: 'blocked',
      inline: false,
    });
    for (const directive of [
      'script-src-elem',
      'img-src',
      'frame-src',
      'form-action',
      'connect-src',
      'style-src-elem',
    ]) {
      expect(results.violations).toContain(directive);
    }
  });

  await test.step('it goes nowhere and opens nothing', async () => {
    const address = page.url();
    for (const target of ['https://example.org/', 'file:///etc/passwd', 'app://evil/', 'data:text/html,x']) {
      await page.evaluate((url) => {
        location.href = url;
      }, target);
    }
    expect(await page.evaluate(() => window.open('app://bundle/') === null)).toBe(true);
    await page.waitForTimeout(300);
    expect(page.url()).toBe(address);
    expect(electron.windows()).toHaveLength(1);
  });

  await test.step('it is granted nothing', async () => {
    const granted = await page.evaluate(async () => {
      const names = [
        'camera',
        'microphone',
        'geolocation',
        'notifications',
        'clipboard-read',
        'midi',
        'persistent-storage',
      ];
      const states = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => state,
            () => 'denied',
          ),
        ),
      );
      return names.filter((_, index) => states[index] === 'granted');
    });
    expect(granted).toEqual([]);
  });

  await test.step('and a frame that is not the page gets no answer', async () => {
    const answer = await electron.evaluate(async ({ ipcMain, BrowserWindow }) => {
      const handlers = (
        ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => Promise<unknown>> }
      )._invokeHandlers;
      const frame = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
      const ask = (senderFrame: unknown) => handlers.get('api')?.({ senderFrame }, 'app.startup', {});
      return { ours: await ask(frame), none: await ask(null), other: await ask({ url: 'app://bundle/' }) };
    });
    expect(answer).toMatchObject({
      ours: { ok: true },
      none: { ok: false, error: { code: 'UNTRUSTED' } },
      other: { ok: false, error: { code: 'UNTRUSTED' } },
    });
  });
});

test('nothing reaches outside the bundle by its address', async ({ launchApp }) => {
  const { electron } = await launchApp();
  const statuses = await electron.evaluate(async ({ net }) => {
    const urls = [
      'app://bundle/../package.json',
      'app://bundle/%2e%2e/%2e%2e/package.json',
      'app://bundle/..%5c..%5cpackage.json',
      'app://evil/index.html',
      'app://bundle/assets/../../main/index.js',
      'app://bundle//etc/passwd',
    ];
    return Promise.all(
      urls.map((url) =>
        net.fetch(url).then(
          (response) => response.status,
          () => 0,
        ),
      ),
    );
  });
  for (const status of statuses) expect([0, 404]).toContain(status);
});
