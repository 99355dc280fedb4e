import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PrintModel } from '#shared/features/print/model.ts';
import { fontGlyphs } from './font-tables.ts';
import { createPageCutter } from './svg-pages.ts';
import { printable } from './typeset-text.ts';
import type { TypesetResult } from './typesetter-protocol.ts';

export type TypesetEngine = {
  [O in 'pdf' | 'svg' | 'pages']: (model: PrintModel) => TypesetResult[O];
};

const layouts: Record<PrintModel['kind'], string> = {
  document: 'party.typ',
  minutes: 'minutes.typ',
  papers: 'papers.typ',
  sheetNumbers: 'sheet-numbers.typ',
};

/** Unused results of earlier pages are dropped after this many compilations: editing one paper reuses the rest of it. */
const keptCompilations = 10;

/** Typst with the fonts of `templatesDir` and no others. A panic inside it ends the process: call it in one of its own. */
export function createEngine(templatesDir: string): TypesetEngine {
  const fontsDir = join(templatesDir, 'fonts');
  const fonts = readdirSync(fontsDir)
    .filter((name) => name.endsWith('.ttf'))
    .sort()
    .map((name) => readFileSync(join(fontsDir, name)));
  const covered = fonts
    .map((font) => new Set(fontGlyphs(font).keys()))
    .reduce((all, one) => all.intersection(one));
  // Fonts as blobs only: blobs together with paths abort the process.
  const cutPages = createPageCutter();
  const compiler = NodeCompiler.create({ workspace: templatesDir, fontArgs: [{ fontBlobs: fonts }] });

  function compile(source: PrintModel) {
    const { model, unprintable } = printable(source, covered);
    compiler.evictCache(keptCompilations);
    const outcome = compiler.compile({
      // The main file is given as text, so that no path of the machine is parsed by Typst.
      mainFileContent: `#import "${layouts[model.kind]}": page-of\n#page-of(json(bytes(sys.inputs.model)))`,
      inputs: { model: JSON.stringify(model) },
    });
    const document = outcome.result;
    if (!document) throw new Error(`Typst: ${JSON.stringify(outcome.takeError()?.shortDiagnostics)}`);
    return { document, unprintable };
  }

  function svg(model: PrintModel): TypesetResult['svg'] {
    const { document, unprintable } = compile(model);
    return {
      pages: cutPages(compiler.plainSvg(document), document.numOfPages, model.profile.page),
      unprintable,
    };
  }

  return {
    svg,
    pdf(model) {
      const { document, unprintable } = compile(model);
      const bytes = compiler.pdf(document, { pdfStandard: 'a-2b' });
      return { bytes: new Uint8Array(bytes), pages: document.numOfPages, unprintable };
    },
    pages(model) {
      const { document, unprintable } = compile(model);
      return { count: document.numOfPages, unprintable };
    },
  };
}
