import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { removeTempFolders, tempFolder } from '../../support/test-app.ts';

type Listener = (...args: never[]) => unknown;

const electron = vi.hoisted(() => {
  const handlers = new Map<string, (...args: unknown[]) => unknown>();
  const session = {
    request: undefined as unknown as (
      contents: unknown,
      permission: string,
      answer: (ok: boolean) => void,
      details: { requestingUrl: string },
    ) => void,
    check: undefined as unknown as (contents: unknown, permission: string, origin: string) => boolean,
    device: undefined as unknown as () => boolean,
    before: undefined as unknown as (
      request: { url: string },
      answer: (result: { cancel: boolean }) => void,
    ) => void,
  };
  return { handlers, session, appListeners: new Map<string, (...args: unknown[]) => unknown>() };
});

vi.mock('electron', () => ({
  app: {
    isPackaged: true,
    on: (name: string, listener: Listener) => electron.appListeners.set(name, listener as never),
  },
  protocol: { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() },
  ipcMain: {
    handle: (channel: string, handler: Listener) => electron.handlers.set(channel, handler as never),
  },
  session: {
    defaultSession: {
      setPermissionRequestHandler: (handler: never) => {
        electron.session.request = handler;
      },
      setPermissionCheckHandler: (handler: never) => {
        electron.session.check = handler;
      },
      setDevicePermissionHandler: (handler: never) => {
        electron.session.device = handler;
      },
      setSpellCheckerEnabled: vi.fn(),
      webRequest: {
        onBeforeRequest: (handler: never) => {
          electron.session.before = handler;
        },
      },
    },
  },
}));

const { contentSecurityPolicy, createBundleHandler } = await import('#main/electron/scheme.ts');
const { guardContents, guardPages, isAllowed, isOwnUrl } = await import('#main/electron/guard.ts');
const { serveBridge } = await import('#main/electron/ipc.ts');

const foreign = [
  'https://example.org/',
  'http://app/',
  'file:///etc/passwd',
  'app://bundle.evil/',
  'app://evil/',
  'app:bundle',
  'data:text/html,x',
  'javascript:alert(1)',
  'about:blank',
  'blob:https://x/1',
  'ws://x',
  'ftp://x',
  'chrome://settings',
  'devtools://x',
  '',
  'nonsense',
];

describe('the bundle', () => {
  let get: (url: string) => Promise<Response>;
  beforeAll(() => {
    const folder = join(tempFolder(), 'renderer');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
    writeFileSync(join(folder, 'assets', 'a.js'), 'x');
    writeFileSync(join(folder, '..', 'secret.txt'), 'secret');
    get = createBundleHandler(
      folder,
      new Map([['/print-1/index.html', { type: 'text/html', body: 'print' }]]),
    );
  });
  afterAll(removeTempFolders);

  test('serves its files with a type and the policy', async () => {
    const script = await get('app://bundle/assets/a.js');
    expect(script.headers.get('Content-Type')).toContain('javascript');
    expect(script.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(script.headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy());
    expect(await (await get('app://bundle/print-1/index.html')).text()).toBe('print');
  });

  test('gives each load of the page a nonce of its own', async () => {
    const [first, second] = [await get('app://bundle/'), await get('app://bundle/index.html')];
    const nonce = /content="(.+)"/u.exec(await first.text())?.[1] ?? '';
    expect(nonce).toMatch(/^[A-Za-z0-9+/=]{24}$/u);
    expect(first.headers.get('Content-Security-Policy')).toContain(`'nonce-${nonce}'`);
    expect(second.headers.get('Content-Security-Policy')).not.toContain(nonce);
  });

  test('has nothing outside it, however the way there is written', async () => {
    const ups = [
      '..',
      '%2e%2e',
      '.%2e',
      '..%2f',
      '%2e%2e%2f',
      '..%5c',
      '..\\',
      '%252e%252e',
      '....//',
      './..',
    ];
    const targets = [
      'secret.txt',
      'etc/passwd',
      'assets/../../secret.txt',
      'C:/Windows/win.ini',
      '//server/share/x',
      'assets/a.js%00.html',
    ];
    for (const up of ups) {
      for (const target of targets) {
        for (const depth of [1, 2, 6]) {
          const response = await get(`app://bundle/${`${up}/`.repeat(depth)}${target}`);
          expect(await response.text()).not.toContain('secret');
        }
      }
    }
    for (const url of foreign) expect((await get(url)).status, url).toBe(404);
  });
});

describe('the policy', () => {
  test('lets nothing run or load but our own files', () => {
    const policy = Object.fromEntries(
      contentSecurityPolicy('abc')
        .split('; ')
        .map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
    );
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'connect-src': "'none'",
      'object-src': "'none'",
      'frame-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
    expect(policy['style-src']).toBe("'self' 'nonce-abc'");
    expect(contentSecurityPolicy('abc')).not.toMatch(/unsafe-eval|https?:|script-src[^;]*unsafe/u);
  });
});

describe('a page', () => {
  const listeners = new Map<string, Listener>();
  let opens: (details: { url: string }) => { action: string };
  beforeEach(() => {
    guardPages();
    const contents = {
      setWindowOpenHandler: (handler: typeof opens) => {
        opens = handler;
      },
      on: (name: string, listener: Listener) => listeners.set(name, listener),
    };
    guardContents(contents as never);
  });

  const isPrevented = (name: string, url: string) => {
    const event = { url, preventDefault: vi.fn() };
    listeners.get(name)?.(event as never);
    return event.preventDefault.mock.calls.length > 0;
  };

  test('goes nowhere, opens nothing, attaches nothing', () => {
    for (const url of foreign) expect([url, isPrevented('will-frame-navigate', url)]).toEqual([url, true]);
    expect(isPrevented('will-frame-navigate', 'app://bundle/#/documents')).toBe(false);
    expect(isPrevented('will-redirect', 'app://bundle/')).toBe(true);
    expect(isPrevented('will-attach-webview', '')).toBe(true);
    for (const url of ['app://bundle/', ...foreign]) expect(opens({ url })).toEqual({ action: 'deny' });
  });

  test('is allowed to copy text, and nothing else', () => {
    const names = [
      'media',
      'geolocation',
      'notifications',
      'midiSysex',
      'pointerLock',
      'fullscreen',
      'openExternal',
      'hid',
      'serial',
      'usb',
      'clipboard-read',
      'fileSystem',
      'display-capture',
      'idle-detection',
      'storage-access',
      'window-management',
      'unknown',
    ];
    for (const name of names) {
      expect(electron.session.check(null, name, 'app://bundle/')).toBe(false);
      electron.session.request(null, name, (ok) => expect(ok).toBe(false), {
        requestingUrl: 'app://bundle/',
      });
    }
    expect(isAllowed('clipboard-sanitized-write', 'app://bundle/')).toBe(true);
    expect(isAllowed('clipboard-sanitized-write', 'https://example.org')).toBe(false);
    expect(electron.session.device()).toBe(false);
  });

  test('has no network', () => {
    const isCut = (url: string) => {
      let cut = false;
      electron.session.before({ url }, ({ cancel }) => {
        cut = cancel;
      });
      return cut;
    };
    for (const url of foreign.filter((one) => !one.startsWith('data:')))
      expect([url, isCut(url)]).toEqual([url, true]);
    expect(isCut('app://bundle/assets/a.js')).toBe(false);
    expect(isCut('blob:app://bundle/1')).toBe(false);
  });

  test('is known by its whole origin', () => {
    expect(isOwnUrl('app://bundle/#x')).toBe(true);
    for (const url of foreign) expect(isOwnUrl(url), url).toBe(false);
  });
});

describe('the bridge', () => {
  const mainFrame = { url: 'app://bundle/' };
  const invoke = vi.fn(async () => ({ ok: true as const, value: 1 }));
  const page = { mainFrame } as never;
  const call = (senderFrame: unknown, ...args: unknown[]) =>
    electron.handlers.get('api')?.({ senderFrame }, ...args);
  beforeEach(() => invoke.mockClear());

  test('answers the main frame of our window', async () => {
    serveBridge(invoke, () => page);
    expect(await call(mainFrame, 'app.status', {})).toEqual({ ok: true, value: 1 });
  });

  test('refuses everybody else before anything is looked at', async () => {
    serveBridge(invoke, () => page);
    const senders = [null, { url: 'app://bundle/' }, { url: 'https://example.org' }, undefined];
    for (const sender of senders)
      expect(await call(sender ?? null, 'app.status', {})).toMatchObject({ error: { code: 'UNTRUSTED' } });
    mainFrame.url = 'https://example.org/';
    expect(await call(mainFrame, 'app.status', {})).toMatchObject({ error: { code: 'UNTRUSTED' } });
    mainFrame.url = 'app://bundle/';
    expect(await call(mainFrame, 42, {})).toMatchObject({ error: { code: 'UNTRUSTED' } });
    serveBridge(invoke, () => null);
    expect(await call(mainFrame, 'app.status', {})).toMatchObject({ error: { code: 'UNTRUSTED' } });
    expect(invoke).not.toHaveBeenCalled();
  });
});
