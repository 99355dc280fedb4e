import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import type { Issuer } from '#shared/features/organisation/issuers.ts';
import { type PdfContent, readPdf } from './support/pdf-reader.ts';
import { bullets, doc, heading, paragraph, resolution2027, sonTayThuong } from './support/records.ts';
import { appendix, type Changes, composed, expectInside, grid, solid } from './support/typed.ts';
import { startTypesetter } from './support/typeset.ts';

/** Whatever is typed or pasted into a document, of the Party or the state: the whole of it stands on the paper, within it. */

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = startTypesetter();
});
afterAll(() => typesetter.dispose());

const printed = async (changes: Changes, name = sonTayThuong): Promise<PdfContent> =>
  readPdf((await typesetter.pdf(composed(changes, name))).bytes);

/** A document with the text in every place that a clerk can type into, each marked with its own letter. */
function everywhere(value: string, issuer: Issuer): Changes {
  return {
    issuer,
    subject: `A ${value}`,
    addressees: [`B ${value}`, `C ${value}`],
    bases: [`D ${value}`],
    openingLine: `E ${value}`,
    recipients: [`F ${value}`],
    authority: `G ${value}`.slice(0, 200),
    signerTitle: `H ${value}`.slice(0, 200),
    // As long as the fields let it be.
    signerName: `I ${value}`.slice(0, 100),
    body: doc(
      heading(1, `J ${value}`),
      heading(2, `K ${value}`),
      paragraph(`L ${value}`),
      bullets(`M ${value}`),
      grid([
        [`N ${value}`, 'cột'],
        [`O ${value}`, '1'],
        ['p', '2'],
        ['q', '3'],
      ]),
      paragraph('Hết.'),
      appendix(`R ${value}`, true),
      heading(1, `S ${value}`),
      paragraph(`T ${value}`),
    ),
  };
}

const issuers = ['committee', 'council'] as const;

/** Every sign that is told to be invisible or to turn the direction. */
const invisible = Array.from({ length: 0xe1000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((sign) => /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u.test(sign));
/** Those that were given out, and some of the thousands that are kept for later. */
const known = invisible.slice(0, 200);
const direction = invisible.filter((sign) => /\p{Bidi_Control}/u.test(sign));

describe.each(issuers)('a document of the %s', (issuer) => {
  const awkward = {
    'Typst markup': '#x *y* _z_ $k$ \\n @m <n> `o` = == - + / // /* */ ~ [u] {v} #set page(width: 1cm)',
    'text in NFD': 'Nghị quyết của Đảng ủy xã'.normalize('NFD'),
    mixtures: '“Đoạn” *đậm* & <b>x</b> \u200b% $x^2$ #{1} \\u{41} ½ ≥ …',
  };

  it.each(Object.entries(awkward))('prints %s letter for letter, wherever it was typed', async (_, value) => {
    const pdf = await printed(everywhere(value, issuer));
    const all = solid(pdf.text).toLowerCase();
    for (const letter of 'ABCDEFGHIJKLMNORST') {
      expect(all, letter).toContain(solid(`${letter} ${value}`).replaceAll('\u200b', '').toLowerCase());
    }
    expectInside(pdf);
  });

  it.each(direction.map((sign) => [codeOf(sign), sign]))(
    'prints what %s was pasted with',
    async (_, sign) => {
      const value = `${sign}Bắt${sign} đầu ${sign}12,5% (34)${sign}`;
      const { bytes, unprintable } = await typesetter.pdf(composed(everywhere(value, issuer)));
      expect(unprintable).toEqual([]);
      const all = solid((await readPdf(bytes)).text);
      expect(all).toContain('LBắtđầu12,5%(34)');
      expect(all).not.toMatch(/\p{Bidi_Control}/u);
    },
  );

  it('prints emoji as boxes, and says which, wherever they were typed', async () => {
    const { bytes, unprintable } = await typesetter.pdf(composed(everywhere('tốt 👍🏽 hết', issuer)));
    expect(unprintable.join('')).toContain('👍');
    const pdf = await readPdf(bytes);
    expect(pdf.text).toContain('L tốt □□ hết');
    expect(pdf.text).not.toContain('👍');
    expectInside(pdf);
  });

  it('keeps names of 300 letters on the paper, with blanks and without', async () => {
    const names = ['Đại hội đại biểu toàn quốc '.repeat(11).trim(), 'Nghịquyết'.repeat(33)];
    for (const value of names) {
      const name = {
        ...sonTayThuong,
        parentLine: value,
        issuingLine: value,
        placeName: value.slice(0, 100),
        issuers: {},
      };
      const pdf = await printed(everywhere(value, issuer), name);
      const all = solid(pdf.text).toLowerCase();
      for (const letter of 'ABDEFJLMORST') {
        expect(all, letter).toContain(solid(`${letter} ${value}`).toLowerCase());
      }
      for (const [letter, length] of [
        ['G', 200],
        ['H', 200],
        ['I', 100],
      ] as const) {
        expect(all, letter).toContain(solid(`${letter} ${value}`.slice(0, length)).toLowerCase());
      }
      // A name without a blank that long fits no column of a head; the text below stays inside.
      if (value.includes(' ')) expectInside(pdf);
    }
  });

  it('prints what has no text: sections, cells, an appendix', async () => {
    const pdf = await printed({
      issuer,
      bases: [],
      openingLine: '',
      recipients: [],
      authority: '',
      signerTitle: '',
      body: doc(
        heading(1, ''),
        { type: 'paragraph' },
        grid([
          ['', ''],
          ['', ''],
        ]),
        heading(2, 'Mục'),
        appendix(''),
      ),
    });
    expect(pdf.pages).toHaveLength(2);
    expect(pdf.pages[0]?.text).toContain(resolution2027.signerName);
    expect(pdf.pages[1]?.lines[0]?.text).toMatch(/^phụ lục$/iu);
  });
});

function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}

describe('signs that nobody sees', () => {
  it('are no more on paper than on the screen, wherever they stand', async () => {
    const all = known.map((sign) => `${sign}Bắt ${sign}đầu${sign}`);
    const lines = [...all, invisible.join(''), `a${invisible.slice(200).join('a')}`];
    const { bytes } = await typesetter.pdf(composed({ body: doc(...lines.map(paragraph)) }));
    expect(solid((await readPdf(bytes)).text).split('Bắtđầu').length - 1).toBe(all.length);
  });

  it('end no process, in whatever order they come', { timeout: 300_000 }, async () => {
    const unit = fc.oneof(
      fc.constantFrom(...direction),
      fc.constantFrom(...known),
      fc.constantFrom(...invisible),
      fc.constantFrom(...'aầ 1.(“'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit, minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 8 }),
        async (values) => {
          const words = values.map((value) => `q${value}z`);
          const model = composed({
            subject: `${values[0]}về`,
            body: doc(
              ...words.map(paragraph),
              ...values.map((value) => heading(2, `${value}m`)),
              grid([values, values]),
            ),
          });
          expect((await typesetter.pdf(model)).pages).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('any text', () => {
  const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyĐẢẰỘỨýỳỷỹỵấậ0123456789', ' ', ' ', ' '];
  const signs = [
    ...'#*_$\\@<>`=-+/~[]{}()&%"\'.,;:!?^|',
    '“',
    '”',
    '–',
    '…',
    '½',
    'e\u0323\u0302',
    'a\u0306\u0301',
    '👍',
    '中',
  ];
  const word = fc.string({ unit: fc.constantFrom(...letters, ...signs), minLength: 1, maxLength: 60 });

  it('comes back from the paper letter for letter', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        word,
        fc.constantFrom(...issuers),
        async (words, title, issuer) => {
          const values = words.map((value, i) => `q${i}${value}z`);
          const model = composed({
            issuer,
            subject: `về ${title}.`,
            addressees: values.slice(0, 2),
            body: doc(
              ...values.map(paragraph),
              appendix(`b${title}e`),
              ...values.map((value) => bullets(value)),
            ),
          });
          const { bytes } = await typesetter.pdf(model);
          const all = solid((await readPdf(bytes)).text);
          const shown = (value: string) => solid(value).replace(/[👍中]/gu, '□');
          for (const value of values) expect(all.split(shown(value)).length - 1).toBeGreaterThanOrEqual(2);
          expect(all).toContain(shown(`về ${title}`));
          expect(all.toLowerCase()).toContain(shown(`b${title}e`).toLowerCase());
        },
      ),
      { numRuns: 40 },
    );
  });
});
