import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const from = (file: string) => path.join(import.meta.dirname, file);

// Electron 33 is the oldest runtime that the program meets (see scripts/runtime/restricted.ts).
const nodeTarget = 'node20';
const pageTarget = 'chrome130';

// electron-vite leaves `dependencies` (the native packages) outside and bundles `devDependencies`.
export default defineConfig({
  main: {
    // The build of fflate for Node declares a `require` of its own beside the one that every chunk gets. Nothing here uses
    // the workers that it is for.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      target: nodeTarget,
      // Half the text to parse at every start.
      minify: true,
      rolldownOptions: {
        input: {
          index: from('src/main/index.ts'),
          typesetter: from('src/main/workers/typesetter.ts'),
          checker: from('src/main/workers/checker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      // A sandboxed preload can load nothing but one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: from('src/preload/index.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('src/renderer'),
    plugins: [react()],
    build: {
      target: pageTarget,
      minify: true,
      // The page's policy allows no inlined data as script or font.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: from('src/renderer/index.html') } },
    },
  },
});
