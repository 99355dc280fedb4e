import { describe, expect, it } from 'vitest';
import {
  cutOff,
  type DraftText,
  merged,
  newestUseful,
  readDraft,
  writeDraft,
} from '#renderer/lib/forms/draft-text.ts';
import { type Note, partsOf } from './form-world.ts';

/** Parts of a draft row, newest first; each typed in the minute that is given with it. */
function chain(...parts: [text: string, minute: number][]): DraftText<Note> | null {
  return parts.reduceRight<DraftText<Note> | null>(
    (older, [text, minute]) => ({ form: { text }, at: `2021-12-24T08:0${minute}:00.000Z`, label: '', older }),
    null,
  );
}

describe('a draft row', () => {
  it('is read as it was written, with all its parts', () => {
    const draft = chain(['hai', 2], ['một', 1]);
    expect(draft && readDraft(writeDraft(draft))).toEqual(draft);
  });

  it.each(['', 'null', '{"version":2,"form":{}}', '{"version":1,"form":null}', '{"version":1,"form":"một"}'])(
    'that this program did not write is none: %s',
    (text) => expect(readDraft(text)).toBeNull(),
  );

  it('offers its newest part that says something else than what is saved', () => {
    const draft = chain(['ba', 3], ['hai', 2], ['một', 1]);
    expect(partsOf(newestUseful(draft, ({ text }) => text !== 'ba'))).toEqual(['hai', 'một']);
    expect(newestUseful(draft, () => false)).toBeNull();
  });

  it('keeps its newest parts', () => {
    expect(partsOf(cutOff(chain(['ba', 3], ['hai', 2], ['một', 1]), 2))).toEqual(['ba', 'hai']);
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
