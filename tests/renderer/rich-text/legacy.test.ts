import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { getSchema } from '@tiptap/react';
import { describe, expect, it } from 'vitest';
import { richTextExtensions } from '#renderer/ui/rich-text/extensions.ts';
import { markLegacy } from '#renderer/ui/rich-text/legacy-marks.ts';
import { cleanPastedText } from '#renderer/ui/rich-text/paste.ts';
import { toBody } from '#renderer/ui/rich-text/to-body.ts';

const schema = getSchema(richTextExtensions());
const paragraph = (...content: object[]) => schema.nodeFromJSON({ type: 'paragraph', content });
const text = (value: string, ...marks: object[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks }),
});

/** What a paste holds: the text, and in front of it the font that it is in. */
function marked(...nodes: Node[]): string[] {
  const found: string[] = [];
  markLegacy(new Slice(Fragment.fromArray(nodes), 0, 0), schema).content.descendants((node) => {
    if (!node.isText) return;
    const mark = node.marks.find(({ type }) => type.name === 'legacyFont');
    found.push(mark ? `${mark.attrs.font}: ${node.text}` : (node.text ?? ''));
  });
  return found;
}

describe('pasted text', () => {
  it('is marked by paragraphs, short ones by their company', () => {
    const long = 'Uû ban nh©n d©n x· ®· phèi hîp thùc hiÖn tèt nhiÖm vô';
    expect(
      marked(
        paragraph(text('x·')),
        paragraph(text(long)),
        paragraph(text('ở đây là Unicode')),
        paragraph(text('hoà')),
      ),
    ).toEqual(['tcvn3: x·', `tcvn3: ${long}`, 'ở đây là Unicode', 'hoà']);
    expect(marked(paragraph(text('x·')))).toEqual(['x·']);
  });

  it('keeps what its font says already', () => {
    const vni = { type: 'legacyFont', attrs: { font: 'vni', inCapitals: false } };
    expect(marked(paragraph(text('Ñaûng', vni), text(' ban')))).toEqual(['vni: Ñaûng', ' ban']);
  });

  it('loses soft hyphens, but for the letter that they are in TCVN3', () => {
    expect(marked(paragraph(text('công tác tư t\u00adưởng')))).toEqual(['công tác tư tưởng']);
    expect(marked(paragraph(text('t\u00ad t\u00adëng cña §¶ng')))).toEqual([
      'tcvn3: t\u00ad t\u00adëng cña §¶ng',
    ]);
    expect(marked(schema.text('bare\u00ad text'))).toEqual(['bare text']);
    expect(cleanPastedText('a\u200bb\ufeff\tc\u00a0d\r\ne')).toBe('ab c d\ne');
  });

  it('leaves no trace of its font in the model', () => {
    const doc = schema.nodeFromJSON({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [text('x·', { type: 'bold' }, { type: 'legacyFont', attrs: { font: 'tcvn3' } })],
        },
      ],
    });
    expect(toBody(doc.toJSON()).content).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'x·', marks: [{ type: 'bold' }] }] },
    ]);
  });
});
