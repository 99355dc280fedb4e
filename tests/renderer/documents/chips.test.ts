import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { getSchema, type JSONContent } from '@tiptap/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChipWords } from '#renderer/features/clauses/chip-words.ts';
import { ClauseIds } from '#renderer/features/clauses/clause-ids.ts';
import { ClauseRefNode } from '#renderer/features/clauses/clause-ref-node.ts';
import { LiveTextNode } from '#renderer/features/clauses/live-text-node.ts';
import { documentBlocks } from '#renderer/features/documents/blocks/indicator-table-node.ts';
import { richTextExtensions } from '#renderer/ui/rich-text/extensions.ts';
import { clausesIn } from '#renderer/ui/rich-text/index.ts';
import { toBody } from '#renderer/ui/rich-text/to-body.ts';
import { type Block, type Body, bodySchema } from '#shared/text-model/body.ts';
import { clausesOf, placeId } from '#shared/text-model/clauses.ts';

const extensions = [...richTextExtensions(), ClauseRefNode, LiveTextNode, ClauseIds, ...documentBlocks];
const schema = getSchema(extensions);
const throughEditor = (body: Body) => toBody(schema.nodeFromJSON(body).toJSON() as JSONContent);
const body = (...content: Block[]): Body => ({ type: 'doc', content });
const heading = (level: 1 | 2 | 3, text: string, id?: string): Block => ({
  type: 'heading',
  attrs: id ? { level, id } : { level },
  ...(text && { content: [{ type: 'text', text }] }),
});
const appendix: Block = { type: 'appendix', attrs: { title: 'Danh mục', isLandscape: true } };

describe('what follows something, in the editor and back', () => {
  it('stays what the store holds', () => {
    const stored = body(
      heading(1, 'Kết quả', placeId(1)),
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Theo ' },
          { type: 'clauseRef', attrs: { documentId: null, clauseId: placeId(1), label: 'mục I' } },
          {
            type: 'clauseRef',
            attrs: { documentId: placeId(7), clauseId: placeId(2), label: 'mục II Nghị quyết số 01-NQ/ĐU' },
          },
          { type: 'liveText', attrs: { source: 'vote', refId: placeId(3), seen: '13/13 đồng chí' } },
        ],
      },
      {
        type: 'indicatorTable',
        attrs: { period: '2021', indicatorIds: [placeId(4)], caption: 'Chỉ tiêu', seen: '[["1",null]]' },
      },
      { type: 'indicatorTable', attrs: { period: '2021', indicatorIds: [], caption: '' } },
      appendix,
      heading(1, 'Biểu chung'),
    );
    expect(bodySchema.parse(stored)).toEqual(stored);
    expect(throughEditor(stored)).toEqual(stored);
  });

  it('is a body whatever an editor hands out; what refers to nothing stays as its words', () => {
    const anything = fc.oneof(fc.string(), fc.constant(null), fc.constant(placeId(1)), fc.integer());
    fc.assert(
      fc.property(
        fc.constantFrom('clauseRef', 'liveText', 'appendix', 'indicatorTable', 'heading'),
        fc.record({
          ...{ documentId: anything, clauseId: anything, label: anything, source: anything },
          ...{ refId: anything, seen: anything, title: anything, isLandscape: anything, id: anything },
        }),
        (type, attrs) => {
          const made = toBody({ type: 'doc', content: [{ type, attrs }] });
          expect(bodySchema.parse(made)).toEqual(made);
        },
      ),
    );
    const unseen = { type: 'indicatorTable', attrs: { period: '2021', indicatorIds: [], seen: ' ' } };
    expect(toBody({ type: 'doc', content: [unseen] }).content[0]).not.toHaveProperty('attrs.seen');
    const long = { type: 'appendix', attrs: { title: `${'a'.repeat(499)} b` } };
    expect(toBody({ type: 'doc', content: [long] }).content[0]).toHaveProperty(
      'attrs.title',
      'a'.repeat(499),
    );
    const broken = { type: 'clauseRef', attrs: { clauseId: 'x', label: 'khoản 1' } };
    expect(toBody({ type: 'doc', content: [broken] }).content).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'khoản 1' }] },
    ]);
    const inList = { type: 'bulletList', content: [{ type: 'listItem', content: [appendix] }] };
    expect(JSON.stringify(toBody({ type: 'doc', content: [inList as JSONContent] }))).toContain('Danh mục');
  });

  it('counts clauses in the editor as on paper', () => {
    const blocks = fc.array(
      fc.oneof(
        fc.record({ level: fc.constantFrom(1, 2, 3), text: fc.constantFrom('', ' ', 'Kinh tế') }),
        fc.constant(null),
      ),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(blocks, (found) => {
        const text = body(...found.map((one) => (one ? heading(one.level, one.text) : appendix)));
        const shown = clausesIn(schema.nodeFromJSON(text)).map(({ number, label }) => [number, label]);
        expect(shown).toEqual(clausesOf(text).map(({ number, label }) => [number, label]));
      }),
    );
  });
});

describe('the id of a cited clause', () => {
  const [plugin] = ClauseIds.config.addProseMirrorPlugins?.call({} as never) ?? [];
  const stateOf = (...content: Block[]) =>
    EditorState.create({
      doc: schema.nodeFromJSON(body(...content)),
      schema,
      plugins: plugin ? [plugin] : [],
    });
  const ids = (doc: Node) => doc.children.map((node) => node.attrs.id);

  it('stays with the first part of a heading that is split', () => {
    const state = stateOf(heading(1, 'Kinh tế xã hội', placeId(1)));
    const after = state.apply(state.tr.split(8));
    expect(ids(state.applyTransaction(state.tr.split(8)).state.doc)).toEqual([placeId(1), null]);
    expect(ids(after.doc)).toEqual([placeId(1), null]);
  });

  it('is not taken by a copy, but by what is cut and put elsewhere', () => {
    const state = stateOf(heading(1, 'Kinh tế', placeId(1)), heading(1, 'Văn hóa'));
    const slice = new Slice(Fragment.from(state.doc.child(0)), 0, 0);
    const pasted = (dragging: unknown, given: EditorState) =>
      plugin?.props.transformPasted?.call(plugin, slice, { state: given, dragging } as never, false);
    expect(pasted(null, state)?.content.child(0).attrs.id).toBeNull();
    expect(pasted({ move: true }, state)?.content.child(0).attrs.id).toBe(placeId(1));
    const cut = state.apply(state.tr.delete(0, state.doc.child(0).nodeSize));
    expect(pasted(null, cut)?.content.child(0).attrs.id).toBe(placeId(1));
  });
});

describe('whole lines from a heading on', () => {
  const [plugin] = ClauseIds.config.addProseMirrorPlugins?.call({} as never) ?? [];
  const text = body(heading(1, 'Hai', placeId(1)), { type: 'paragraph' }, heading(1, 'Một'));
  const paste = (at: number) => {
    let state = EditorState.create({ doc: schema.nodeFromJSON(body(heading(1, 'Một'))), schema });
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
    const lines = schema.nodeFromJSON(text).content.cut(0, 7);
    const view = { state, dispatch: (tr: Transaction) => (state = state.apply(tr)) };
    const slice = new Slice(lines, 1, 1);
    const isDone = plugin?.props.handlePaste?.call(plugin, view as never, {} as never, slice);
    return { isDone, clauses: clausesIn(state.doc).map(({ id, title }) => [id, title]) };
  };

  it('go before the line of the cursor, each a clause of its own', () => {
    expect(paste(1)).toEqual({
      isDone: true,
      clauses: [
        [placeId(1), 'Hai'],
        [null, 'Một'],
      ],
    });
  });

  it('go into the words where the cursor is among them', () => {
    expect(paste(2).isDone).toBe(false);
  });
});

describe('a citation that is copied', () => {
  const state = EditorState.create({
    doc: schema.nodeFromJSON(
      body(heading(1, 'Một'), heading(1, 'Hai', placeId(1)), {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Theo ' },
          { type: 'clauseRef', attrs: { documentId: null, clauseId: placeId(1), label: 'mục I' } },
        ],
      }),
    ),
    schema,
    plugins: pluginsOf(placeId(9)),
  });
  const copied = () => {
    const [plugin] = state.plugins;
    const slice = new Slice(Fragment.from(state.doc.child(2)), 0, 0);
    return plugin?.props.transformCopied?.call(plugin, slice, { state } as never);
  };
  const chipIn = (slice: Slice | undefined) => slice?.content.child(0).child(1).attrs;

  function pluginsOf(documentId: string | null) {
    const context = { options: { documentId } } as never;
    return ChipWords.config.addProseMirrorPlugins?.call(context) ?? [];
  }
  function pastedInto(documentId: string | null) {
    const [plugin] = pluginsOf(documentId);
    const slice = copied();
    return slice && plugin?.props.transformPasted?.call(plugin, slice, {} as never, false);
  }

  it('says what was seen, and names its document', () => {
    expect(chipIn(copied())).toEqual({ documentId: placeId(9), clauseId: placeId(1), label: 'mục II' });
  });

  it('is of this document again where it came from, and of that one elsewhere', () => {
    expect(chipIn(pastedInto(placeId(9)))?.documentId).toBeNull();
    expect(chipIn(pastedInto(placeId(8)))?.documentId).toBe(placeId(9));
    expect(chipIn(copied())?.documentId).toBe(placeId(9));
  });
});
