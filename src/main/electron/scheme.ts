import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol } from 'electron';

export const appOrigin = 'app://bundle';

/** Has to be called once, before the app is ready. Never `bypassCSP`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // The code cache saves compiling the same scripts at every start.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** In index.html, where the components that write <style> find the nonce of this load. */
const noncePlaceholder = '__CSP_NONCE__';

/** Pages made by the program itself, such as what is being printed: path → document. */
export type MadePages = Map<string, { type: string; body: string }>;

/**
 * Serves the built page. The files are listed once; a URL is only ever a key into that list, so no path from the page
 * reaches the disk.
 */
export function serveBundle(rendererFolder: string, made: MadePages): void {
  const handle = createBundleHandler(rendererFolder, made);
  protocol.handle('app', (request) => handle(request.url));
}

export function createBundleHandler(
  rendererFolder: string,
  made: MadePages,
): (url: string) => Promise<Response> {
  const files = listFiles(rendererFolder);
  // The first thing asked for, at a moment when the program is busy loading: read ahead, answered at once.
  const index = readFileSync(files.get('/index.html') ?? '', 'utf8');
  return async (requested) => {
    const url = URL.canParse(requested) ? new URL(requested) : null;
    if (!url || `${url.protocol}//${url.host}` !== appOrigin) return new Response(null, { status: 404 });
    const path = url.pathname === '/' ? '/index.html' : url.pathname;
    const page = made.get(path);
    if (page) return respond(page.type, page.body);
    const file = files.get(path);
    if (!file) return new Response(null, { status: 404 });
    if (path === '/index.html') {
      const nonce = randomBytes(16).toString('base64');
      return respond('text/html; charset=utf-8', index.replaceAll(noncePlaceholder, nonce), nonce);
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    return respond(type, new Uint8Array(await readFile(file)));
  };
}

function respond(type: string, body: string | Uint8Array<ArrayBuffer>, nonce?: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** Nothing but our own files; styles written by components carry the nonce of the load. */
export function contentSecurityPolicy(nonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    // Floating elements are placed by style attributes in markup that ProseMirror and Mantine write.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function listFiles(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(folder.length).split(sep).join('/'), file];
      }),
  );
}
