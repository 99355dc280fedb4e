import { describe, expect, it } from 'vitest';
import {
  cutOff,
  type DraftText,
  labelOfDraft,
  merged,
  newestUseful,
  readDraft,
  wordsLeft,
  writeDraft,
} from '#renderer/lib/forms/draft-text.ts';
import { type Note, partsOf, readNote } from './form-world.ts';

/** Parts of a draft row, newest first; each typed in the minute that is given with it. */
function chain(...parts: [text: string, minute: number][]): DraftText<Note> | null {
  return parts.reduceRight<DraftText<Note> | null>(
    (older, [text, minute]) => part(text, minute, { older }),
    null,
  );
}

function part(text: string, minute: number, more: Partial<DraftText<Note>> = {}): DraftText<Note> {
  const at = `2021-12-24T08:0${minute}:00.000Z`;
  return {
    form: { text },
    words: '',
    at,
    label: `Ghi chú ${text}`,
    basedOn: `set-${minute}`,
    older: null,
    ...more,
  };
}

const at = '2021-12-24T09:00:00.000Z';
const read = (value: string) => readDraft({ value, at }, readNote);

describe('a draft row', () => {
  it('is read as it was written, with all its parts and words', () => {
    const draft = part('hai', 2, { older: part('một', 1, { form: null, words: 'chữ rời' }) });
    expect(read(writeDraft(draft, 0))).toEqual(draft);
    expect(labelOfDraft(writeDraft(draft, 0))).toBe('Ghi chú hai');
  });

  it('of the first version is read as well', () => {
    const older = { form: { text: 'một' }, at: '2021-12-24T08:01:00.000Z', label: '', older: null };
    const row = { version: 1, form: { text: 'hai' }, at: '2021-12-24T08:02:00.000Z', label: 'Hai', older };
    expect(partsOf(read(JSON.stringify(row)))).toEqual(['hai', 'một']);
    expect(labelOfDraft(JSON.stringify(row))).toBe('Hai');
  });

  it('of the second version is read as well: nobody knows on what it was typed', () => {
    const older = {
      form: { text: 'một' },
      words: '',
      at: '2021-12-24T08:01:00.000Z',
      label: '',
      older: null,
    };
    const row = { version: 2, shape: 0, form: { text: 'hai' }, at: '2021-12-24T08:02:00.000Z', older };
    const draft = read(JSON.stringify(row));
    expect(partsOf(draft)).toEqual(['hai', 'một']);
    expect([draft.basedOn, draft.older?.basedOn]).toEqual([null, null]);
  });

  it.each([
    ['without anything', '', ''],
    ['without words', 'null', ''],
    ['of a version to come', '{"version":9,"shape":3,"fields":{"text":"một hai"}}', 'một hai'],
    ['whose form is none', `{"version":1,"form":"một hai","at":"${at}","label":"","older":null}`, 'một hai'],
    ['that is no row', '["một", {"hai": 3}]', 'một\n3'],
    ['that was cut off', '{"version":1,"form":{"text":"một \\"hai\\"\\nba', 'một "hai"\nba'],
    [
      'in which a mark is missing',
      '{"version":1,"form":{text":"một"}}',
      '{"version":1,"form":{text":"một"}}',
    ],
    ['that is no JSON at all', 'một hai', 'một hai'],
  ])('%s is offered as the words that are in it', (_, row, words) => {
    expect(read(row)).toEqual({ form: null, words, at, label: '', basedOn: null, older: null });
    expect(labelOfDraft(row)).toBe('');
  });

  it('is offered with the words of an older part that cannot be read', () => {
    const row = JSON.parse(writeDraft(part('hai', 2), 0));
    expect(partsOf(read(JSON.stringify({ ...row, older: { text: 'một' } })))).toEqual(['hai', 'một']);
  });

  it('offers its newest part that says something else than what is saved', () => {
    const draft = chain(['ba', 3], ['hai', 2], ['một', 1]);
    expect(partsOf(newestUseful(draft, ({ text }) => text !== 'ba'))).toEqual(['hai', 'một']);
    expect(newestUseful(draft, () => false)).toBeNull();
  });

  it('offers words without a field, whatever is saved', () => {
    const draft = part('ba', 3, { words: 'chữ rời', older: part('hai', 2) });
    expect(partsOf(newestUseful(draft, () => false))).toEqual(['chữ rời', 'hai']);
    expect(partsOf(wordsLeft(draft))).toEqual(['chữ rời', 'hai']);
    expect(partsOf(wordsLeft(part('ba', 3, { older: part('hai', 2) })))).toEqual(['hai']);
  });

  it('keeps its newest parts, and all words without a field', () => {
    expect(partsOf(cutOff(chain(['ba', 3], ['hai', 2], ['một', 1]), 2))).toEqual(['ba', 'hai']);
    const loose = part('một', 1, { form: null, words: 'rời 1' });
    const draft = part('ba', 3, { words: 'rời 3', older: part('hai', 2, { words: 'rời 2', older: loose }) });
    expect(partsOf(cutOff(draft, 1))).toEqual(['ba', 'rời 3', 'rời 2', 'rời 1']);
  });
});

describe('two draft rows as one', () => {
  it('are in the order in which they were typed', () => {
    const all = merged(chain(['bốn', 4], ['hai', 2]), chain(['ba', 3], ['một', 1]));
    expect(partsOf(all)).toEqual(['bốn', 'ba', 'hai', 'một']);
  });

  it('hold once what stands in both', () => {
    const all = merged(chain(['hai', 2], ['một', 1]), chain(['ba', 3], ['hai', 2]));
    expect(partsOf(all)).toEqual(['ba', 'hai', 'một']);
    expect(merged(null, null)).toBeNull();
  });
});
