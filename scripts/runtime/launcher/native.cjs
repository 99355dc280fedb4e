// The shipped prebuild of better-sqlite3 needs Node-API 10, and this Electron has 9: loading it would be a
// segmentation fault without a word. Our own build of the same source stands in for it, here and only here.
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');

const shipped = /[\\/]better-sqlite3[\\/]prebuilds[\\/]linux-x64\.node$/;
const nativeFolder = path.join(__dirname, '..', '..', '..', 'native');

function replacement(file) {
  if (!shipped.test(file)) return file;
  const { version } = JSON.parse(readFileSync(path.join(file, '..', '..', 'package.json'), 'utf8'));
  const ours = path.join(nativeFolder, `better-sqlite3-${version}-napi9.node`);
  if (!existsSync(ours)) throw new Error(`${ours} is missing: run "npm run runtime"`);
  return ours;
}

const dlopen = process.dlopen;
process.dlopen = (module, file, ...rest) => dlopen.call(process, module, replacement(file), ...rest);
