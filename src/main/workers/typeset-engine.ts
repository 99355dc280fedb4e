import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PrintModel } from '#shared/paper/model.ts';
import { blankFamily, blankFont } from './blank-font.ts';
import { fontGlyphs } from './font-tables.ts';
import { createPageCutter } from './svg-pages.ts';
import { printable } from './typeset-text.ts';
import type { TypesetResult, View } from './typesetter-protocol.ts';
import { type BlockRange, blocksOnPages, firstGuess } from './view-blocks.ts';

export type TypesetEngine = {
  [O in 'pdf' | 'svg' | 'pages']: (model: PrintModel) => TypesetResult[O];
} & { view: (view: View) => TypesetResult['view'] };

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
  /** Where the blocks of the newest view stood: the next one is most likely of the same paper. */
  let blockPages: readonly number[] = [];
  const compiler = NodeCompiler.create({
    workspace: templatesDir,
    fontArgs: [{ fontBlobs: [...fonts, ...fonts.map((font) => Buffer.from(blankFont(font)))] }],
  });

  function compile(source: PrintModel, drawn?: BlockRange) {
    const { model, unprintable } = printable(source, covered);
    compiler.evictCache(keptCompilations);
    const outcome = compiler.compile({
      // The main file is given as text, so that no path of the machine is parsed by Typst.
      mainFileContent: `#import "${layouts[model.kind]}": page-of\n#page-of(json(bytes(sys.inputs.model)))`,
      inputs: {
        model: JSON.stringify(model),
        ...(drawn && {
          drawnBlocks: `${drawn.first}..${drawn.last}`,
          blankFont: blankFamily(model.profile.font),
        }),
      },
    });
    const document = outcome.result;
    if (!document) throw new Error(`Typst: ${JSON.stringify(outcome.takeError()?.shortDiagnostics)}`);
    return { document, unprintable };
  }

  type Compiled = ReturnType<typeof compile>;

  function cut({ document }: Compiled, model: PrintModel) {
    return cutPages(compiler.plainSvg(document), document.numOfPages, model.profile.page);
  }

  /** Sets the whole paper with letters only where they will be seen: drawing them is most of the work. */
  function view({ model, from, to }: View): TypesetResult['view'] {
    const compiled = compileView(model, from, to);
    const pages = cut(compiled, model).map(({ draw, ...size }, i) => ({
      ...size,
      svg: from <= i + 1 && i + 1 <= to ? draw() : null,
    }));
    return { pages, unprintable: compiled.unprintable };
  }

  function compileView(model: PrintModel, from: number, to: number): Compiled {
    const guess = blocksOnPages(blockPages, from, to) ?? firstGuess(to);
    // One more at either end: a block may have come or gone since.
    const drawn = { first: guess.first - 1, last: guess.last + 1 };
    const compiled = compile(model, drawn);
    blockPages = compiler.query(compiled.document, { selector: '<block-pages>', field: 'value' })[0] ?? [];
    const needed = blocksOnPages(blockPages, from, to);
    if (!needed || (drawn.first <= needed.first && needed.last <= drawn.last)) return compiled;
    return compile(model, needed);
  }

  return {
    svg(model) {
      const compiled = compile(model);
      const pages = cut(compiled, model).map(({ draw, ...size }) => ({ ...size, svg: draw() }));
      return { pages, unprintable: compiled.unprintable };
    },
    view,
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
