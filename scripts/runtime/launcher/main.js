// Stands where the official Electron has its default app: loads the app folder named on the command line.
// An ES module on purpose: Electron holds back its `ready` event until the top-level await has ended.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, utilityProcess } from 'electron';

const require = createRequire(import.meta.url);
const nativePatch = path.join(import.meta.dirname, 'native.cjs');
require(nativePatch);

// A utility process starts without this file, and takes no --require: the environment is the one way in.
const fork = utilityProcess.fork;
utilityProcess.fork = (modulePath, args, options) => {
  const given = (Array.isArray(args) ? options : args) ?? {};
  const env = { ...(given.env ?? process.env), NODE_OPTIONS: `--require ${JSON.stringify(nativePatch)}` };
  return fork.call(utilityProcess, modulePath, Array.isArray(args) ? args : [], { ...given, env });
};

const preloads = [];
let target;
const args = process.argv.slice(1);
for (let i = 0; i < args.length; i += 1) {
  const arg = args[i];
  if (arg === '-r' || arg === '--require') {
    i += 1;
    preloads.push(path.resolve(args[i]));
  } else if (!arg.startsWith('-')) {
    target = path.resolve(arg);
    break;
  }
}

if (target === undefined) {
  console.error('Usage: electron [-r FILE] [SWITCHES] APP-FOLDER [ARGUMENTS]');
  process.exit(2);
}

const manifest = JSON.parse(readFileSync(path.join(target, 'package.json'), 'utf8'));
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
app.setVersion(manifest.version ?? '0.0.0');
app.name = manifest.productName ?? manifest.name;
app.setDesktopName(`${app.name}.desktop`);
app.setAppPath(target);

for (const file of preloads) require(file);
try {
  await import(pathToFileURL(path.resolve(target, manifest.main ?? 'index.js')).href);
} catch (error) {
  console.error(error);
  app.exit(1);
}
