import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { interval, retryAfter } from '#renderer/lib/forms/draft-queue.ts';
import { type DraftText, writeDraft } from '#renderer/lib/forms/draft-text.ts';
import { savedElsewhere } from '#renderer/lib/forms/form-state.ts';
import { createWorld, type Note, type Page, partsOf, pass, textsOf, type World } from './form-world.ts';

let world: World;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2021-12-24T08:00:00Z') });
  world = createWorld('một');
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page whose draft of last time is known. */
async function open(more: { resumes?: boolean } = {}): Promise<Page> {
  const page = world.open(more);
  await pass(0);
  await world.answerDraft();
  return page;
}

function leaveDraft(...texts: string[]): void {
  const draft = texts.reduceRight<DraftText<Note> | null>(
    (older, text, index) => ({
      ...{ form: { text }, words: '', label: '', basedOn: null, older },
      at: `2021-12-23T08:00:0${9 - index}.000Z`,
    }),
    null,
  );
  world.row = draft && writeDraft(draft, 0);
}

async function answered<V>(promise: Promise<V>): Promise<V | 'open'> {
  let value: V | 'open' = 'open';
  void promise.then((done) => {
    value = done;
  });
  await pass(0);
  return value;
}

const offeredBy = (page: Page) => partsOf(page.state().offered);
const beingWritten = () => world.drafts.map(({ what }) => (what.startsWith('{') ? textsOf(what) : what));

describe('typing', () => {
  it('is in the draft table soon, also what an editor has not handed over', async () => {
    const page = await open();
    page.edit('một hai');
    expect(world.status).toBe('typing');
    await pass(interval);
    expect(beingWritten()).toEqual([['một hai']]);
    await world.answerDraft();
    expect([world.status, world.drafted()]).toEqual(['drafted', ['một hai']]);
  });

  it('back to what is saved clears the draft', async () => {
    const page = await open();
    page.type('một hai');
    await world.settle();
    page.type('một');
    await world.settle();
    expect([world.status, world.row]).toEqual(['clean', null]);
  });

  it('before the draft of last time is known waits for it, and keeps it', async () => {
    leaveDraft('hôm qua');
    const page = world.open();
    page.type('hôm nay');
    await pass(2 * interval);
    expect(beingWritten()).toEqual(['get']);
    await world.settle();
    expect([page.text(), offeredBy(page)]).toEqual(['hôm nay', ['hôm qua']]);
    expect(world.drafted()).toEqual(['hôm nay', 'hôm qua']);
  });

  it('is kept also when the draft of last time cannot be read', async () => {
    const page = world.open();
    page.type('một hai');
    await pass(0);
    await world.answerDraft(false);
    await pass(interval);
    expect(beingWritten()).toEqual([['một hai']]);
  });

  it('into a full disk is told and tried again until there is room', async () => {
    const page = await open();
    page.type('một hai');
    for (let count = 0; count < 3; count += 1) {
      await pass(retryAfter);
      await world.answerDraft(false);
      expect(world.status).toBe('failed');
    }
    await pass(retryAfter);
    await world.answerDraft();
    expect([world.status, world.drafted()]).toEqual(['drafted', ['một hai']]);
  });
});

describe('saving', () => {
  it('while typing goes on saves what stood there; what was typed meanwhile stays, unsaved and a draft', async () => {
    const page = await open();
    page.type('một hai');
    const saved = page.save();
    await pass(0);
    expect(world.status).toBe('saving');
    page.type('một hai ba');
    await pass(2 * interval);
    expect(beingWritten()).toEqual([]);
    await world.answerSave();
    expect(world.record.text).toBe('một hai');
    expect(beingWritten()).toEqual([['một hai ba']]);
    expect(await answered(saved)).toBe('open');
    await world.answerDraft();
    expect(await answered(saved)).toBe(true);
    expect([page.text(), page.isDirty(), world.status]).toEqual(['một hai ba', true, 'drafted']);
  });

  it('clears the draft before it answers', async () => {
    const page = await open();
    page.type('một hai');
    await pass(interval);
    await world.answerDraft();
    const saved = page.save();
    await pass(0);
    await world.answerSave();
    expect([beingWritten(), await answered(saved)]).toEqual([['discard'], 'open']);
    await world.answerDraft();
    expect([await answered(saved), world.status, page.isDirty()]).toEqual([true, 'saved', false]);
  });

  it('clears the draft of what was saved, never a newer one that was typed while it cleared', async () => {
    const page = await open();
    page.type('một hai');
    await pass(interval);
    await world.answerDraft();
    void page.save();
    await pass(0);
    await world.answerSave();
    page.type('một hai ba');
    await pass(interval);
    expect(beingWritten()).toEqual(['discard']);
    await world.settle();
    expect(world.drafted()).toEqual(['một hai ba']);
  });

  it('waits for the draft that is being written', async () => {
    const page = await open();
    page.type('một hai');
    await pass(interval);
    void page.save();
    await pass(0);
    expect(world.saves).toHaveLength(0);
    await world.answerDraft();
    expect(world.saves).toHaveLength(1);
  });

  it('twice at once is one save; what was typed between the two is saved by the next', async () => {
    const page = await open();
    page.type('một hai');
    const first = page.save();
    page.type('một hai ba');
    const second = page.save();
    await pass(0);
    expect(world.saves).toHaveLength(1);
    await world.settle();
    expect([await answered(first), await answered(second)]).toEqual([true, true]);
    expect([world.record.text, world.drafted()]).toEqual(['một hai', ['một hai ba']]);
    void page.save();
    await world.settle();
    expect([world.record.text, world.row]).toEqual(['một hai ba', null]);
  });

  it('a refused field shows why, leads to it and saves nothing; it is shown no more once it is mended', async () => {
    const page = await open();
    page.type('  ');
    expect(await answered(page.save())).toBe(false);
    expect([page.issues, page.focused, page.refused]).toEqual([['text: validation.required'], 'text', 1]);
    await pass(interval);
    await world.answerDraft();
    expect([world.saves.length, page.text(), world.drafted()]).toEqual([0, '  ', ['  ']]);
    page.type('một hai');
    void page.save();
    await world.settle();
    expect([page.issues, page.state().issues, world.record.text]).toEqual([[], [], 'một hai']);
  });

  it.each(['refused', 'thrown'] as const)(
    'that is %s keeps the text as a draft and can be tried again',
    async (how) => {
      const page = await open();
      page.type('một hai');
      const saved = page.save();
      await pass(0);
      await world.answerSave(how);
      expect(beingWritten()).toEqual([['một hai']]);
      await world.answerDraft();
      expect([await answered(saved), world.status]).toEqual([false, 'failed']);
      const again = page.save();
      await world.settle();
      expect([await answered(again), world.record.text, world.status]).toEqual([true, 'một hai', 'saved']);
    },
  );

  it('to a disk that is full for the draft as well loses nothing', async () => {
    const page = await open();
    page.type('một hai');
    const saved = page.save();
    await pass(0);
    await world.answerSave('refused');
    await world.answerDraft(false);
    expect([await answered(saved), world.status]).toEqual([false, 'failed']);
    await pass(retryAfter);
    await world.answerDraft();
    expect([world.status, world.drafted()]).toEqual(['drafted', ['một hai']]);
  });
});

describe('the record changes elsewhere', () => {
  it('and comes into a clean form', async () => {
    const page = await open();
    world.saveElsewhere('người khác');
    page.deliver();
    expect([page.text(), page.isDirty()]).toEqual(['người khác', false]);
  });

  it('and leaves what is typed as it is, also when it is an undo of what was saved here', async () => {
    const page = await open();
    page.type('một hai');
    void page.save();
    await world.settle();
    page.deliver();
    page.type('một hai ba');
    world.saveElsewhere('một');
    page.deliver();
    await world.settle();
    expect([page.text(), page.isDirty(), world.drafted()]).toEqual(['một hai ba', true, ['một hai ba']]);
  });

  it('by its own save, which comes back late, and takes nothing that was typed since', async () => {
    const page = await open();
    const before = world.read();
    page.type('một hai ');
    void page.save();
    await world.settle();
    page.type('một hai ba');
    page.deliver(before);
    page.deliver();
    expect(page.text()).toBe('một hai ba');
  });
});

describe('somebody else saved first', () => {
  const beside = (page: Page) => savedElsewhere(page.state())?.text ?? null;

  async function overtaken(): Promise<Page> {
    const page = await open();
    page.type('một hai');
    world.saveElsewhere('người khác');
    page.deliver();
    const saved = page.save();
    await world.settle();
    expect([await answered(saved), world.record.text, world.status]).toEqual([false, 'người khác', 'failed']);
    return page;
  }

  it('and nothing is written over: both texts are there, the typed one in its draft', async () => {
    const page = await overtaken();
    expect([beside(page), page.text(), world.drafted()]).toEqual(['người khác', 'một hai', ['một hai']]);
    expect([await answered(page.save()), world.record.text]).toEqual([false, 'người khác']);
    page.type('một hai ba');
    expect(beside(page)).toBeNull();
  });

  it('and what is typed is saved over it by choice', async () => {
    const page = await overtaken();
    page.choose({ text: 'một hai' });
    await world.settle();
    expect([world.record.text, world.row, world.status, beside(page)]).toEqual([
      'một hai',
      null,
      'saved',
      null,
    ]);
  });

  it('and it is taken by choice, with what was typed to be taken back', async () => {
    const page = await overtaken();
    page.choose({ text: 'người khác' });
    await world.settle();
    expect([page.text(), page.isDirty(), world.drafted()]).toEqual(['người khác', false, ['một hai']]);
    page.takeRecovered();
    void page.save();
    await world.settle();
    expect([beside(page), world.record.text]).toEqual(['người khác', 'người khác']);
  });

  it('and it is met where the page had not read it: by reading it again', async () => {
    const page = await open();
    page.type('một hai');
    world.saveElsewhere('người khác');
    void page.save();
    await world.settle();
    expect([beside(page), world.record.text]).toEqual(['người khác', 'người khác']);
  });

  it('in what this form does not show: who waits for the save hears that it was done', async () => {
    const page = await open();
    page.type('một hai');
    void page.save();
    await pass(0);
    world.saveElsewhere('một');
    page.deliver();
    await world.settle();
    expect([world.record.text, world.status, beside(page)]).toEqual(['một hai', 'saved', null]);
  });

  it('than what lay over night, also by another page of the same record', async () => {
    const evening = await open();
    evening.type('gõ tối qua');
    evening.leave();
    await world.settle();
    world.saveElsewhere('người khác');
    world.memory.typedHere.clear();
    const page = await open();
    await world.settle();
    expect([page.text(), offeredBy(page)]).toEqual(['người khác', ['gõ tối qua']]);
    page.takeRecovered();
    // In the same run it is known what it began with.
    expect(page.state().base).toEqual({ basis: { id: 'set-1', seq: 0 }, record: { text: 'một' } });
    void page.save();
    await world.settle();
    expect([beside(page), page.text(), world.record.text]).toEqual([
      'người khác',
      'gõ tối qua',
      'người khác',
    ]);
  });
});

describe('a draft of last time', () => {
  it('is offered, taken back, and gone once it is saved', async () => {
    leaveDraft('hôm qua');
    const page = await open();
    expect([page.text(), offeredBy(page)]).toEqual(['một', ['hôm qua']]);
    page.takeRecovered();
    expect([page.text(), offeredBy(page)]).toEqual(['hôm qua', []]);
    void page.save();
    await world.settle();
    expect([world.record.text, world.row]).toEqual(['hôm qua', null]);
  });

  it('changes places with what was typed meanwhile, as often as one likes', async () => {
    leaveDraft('hôm qua');
    const page = await open();
    page.type('hôm nay');
    page.takeRecovered();
    await world.settle();
    expect([page.text(), world.drafted()]).toEqual(['hôm qua', ['hôm qua', 'hôm nay']]);
    page.takeRecovered();
    await world.settle();
    expect([page.text(), world.drafted()]).toEqual(['hôm nay', ['hôm nay', 'hôm qua']]);
  });

  it('with an older one behind it is taken back and saved, and the older one is offered then', async () => {
    leaveDraft('hôm qua', 'hôm kia');
    const page = await open();
    page.takeRecovered();
    void page.save();
    await world.settle();
    expect([world.record.text, offeredBy(page), world.drafted()]).toEqual([
      'hôm qua',
      ['hôm kia'],
      ['hôm kia'],
    ]);
  });

  it('is dropped and taken back', async () => {
    leaveDraft('hôm qua', 'hôm kia');
    const page = await open();
    page.dropRecovered();
    await world.settle();
    expect([offeredBy(page), world.drafted()]).toEqual([['hôm kia'], ['hôm kia']]);
    world.toasts[0]?.();
    await world.settle();
    expect([offeredBy(page), world.drafted()]).toEqual([
      ['hôm qua', 'hôm kia'],
      ['hôm qua', 'hôm kia'],
    ]);
  });

  it('that was dropped is taken back after the page was left, beside what was typed there', async () => {
    leaveDraft('hôm qua');
    const page = await open();
    page.dropRecovered();
    page.type('hôm nay');
    page.leave();
    world.toasts[0]?.();
    await world.settle();
    expect(world.drafted()).toEqual(['hôm nay', 'hôm qua']);
  });

  it('that was dropped is taken back on the page that was come back to', async () => {
    leaveDraft('hôm qua');
    const page = await open();
    page.dropRecovered();
    page.leave();
    const again = world.open();
    world.toasts[0]?.();
    await world.settle();
    expect([offeredBy(again), world.drafted()]).toEqual([['hôm qua'], ['hôm qua']]);
  });

  it('tells who saved the record since', async () => {
    leaveDraft('hôm qua');
    world.savedSince = { at: '2021-12-24T07:00:00.000Z', name: 'Hạnh' };
    const page = await open();
    expect(page.state().savedSince).toEqual(world.savedSince);
    page.type('hôm nay');
    void page.save();
    await world.settle();
    expect([page.state().savedSince, offeredBy(page)]).toMatchObject([{ isSelf: true }, ['hôm qua']]);
  });
});

describe('a draft of another version', () => {
  const row = (form: object, minute: number) =>
    JSON.stringify({ version: 1, form, at: `2021-12-22T08:0${minute}:00.000Z`, label: '', older: null });

  it('goes back into the form, and its words without a field go on being offered', async () => {
    world.row = row({ text: 'hôm qua', remark: 'ghi chú' }, 1);
    const page = await open();
    expect(page.state().offered).toMatchObject({ form: { text: 'hôm qua' }, words: 'ghi chú' });
    page.takeRecovered();
    await world.settle();
    expect([page.text(), offeredBy(page), world.drafted()]).toEqual([
      'hôm qua',
      ['ghi chú'],
      ['hôm qua', 'ghi chú'],
    ]);
    void page.save();
    await world.settle();
    expect([world.record.text, world.drafted()]).toEqual(['hôm qua', ['ghi chú']]);
  });

  it('whose words alone are left is dropped, and comes back, like any other', async () => {
    world.row = row({ text: 'một', remark: 'ghi chú' }, 1);
    const page = await open();
    page.takeRecovered();
    expect([page.text(), offeredBy(page)]).toEqual(['một', ['ghi chú']]);
    page.dropRecovered();
    await world.settle();
    expect([offeredBy(page), world.row]).toEqual([[], null]);
    world.toasts[0]?.();
    await world.settle();
    expect([offeredBy(page), world.drafted()]).toEqual([['ghi chú'], ['ghi chú']]);
  });

  it('that is damaged is never written over', async () => {
    world.row = '{"version":1,"form":{"text":"hôm qu';
    const page = await open();
    page.type('hôm nay');
    await world.settle();
    expect([offeredBy(page), world.drafted()]).toEqual([['hôm qu'], ['hôm nay', 'hôm qu']]);
  });

  it('that lies under another key is offered with the one of today, and goes into its row', async () => {
    world.earlierRow = row({ text: 'hôm kia' }, 1);
    leaveDraft('hôm qua');
    const page = await open();
    expect(offeredBy(page)).toEqual(['hôm qua', 'hôm kia']);
    page.type('hôm nay');
    await world.settle();
    expect([world.drafted(), world.earlierRow]).toEqual([['hôm nay', 'hôm qua', 'hôm kia'], null]);
  });
});

describe('a page that is left', () => {
  it('writes at once what no timer has written, and is waited for by who comes back', async () => {
    const page = await open();
    page.edit('một hai');
    page.leave();
    expect(beingWritten()).toEqual([['một hai']]);
    const again = world.open({ resumes: true });
    await pass(interval);
    expect(beingWritten()).toEqual([['một hai']]);
    await world.settle();
    expect([again.text(), offeredBy(again), world.status]).toEqual(['một hai', [], 'drafted']);
  });

  it('while it saves drafts what was typed meanwhile, and the next form offers no more than that', async () => {
    const page = await open();
    page.type('một hai');
    void page.save();
    await pass(0);
    page.type('một hai ba');
    page.leave();
    const again = world.open();
    await pass(interval);
    expect(beingWritten()).toEqual([]);
    await world.settle();
    expect([world.record.text, world.drafted()]).toEqual(['một hai', ['một hai ba']]);
    expect(offeredBy(again)).toEqual(['một hai ba']);
  });

  it('while its save fails leaves the text as a draft', async () => {
    const page = await open();
    page.type('một hai');
    void page.save();
    await pass(0);
    page.leave();
    await world.answerSave('refused');
    await world.settle();
    expect([world.record.text, world.drafted(), world.status]).toEqual(['một', ['một hai'], 'clean']);
  });

  it('before the draft of last time was known writes over it only what was typed in front of it', async () => {
    leaveDraft('hôm qua');
    const page = world.open();
    page.type('hôm nay');
    page.leave();
    const again = world.open();
    await world.settle();
    expect([offeredBy(again), world.drafted()]).toEqual([
      ['hôm nay', 'hôm qua'],
      ['hôm nay', 'hôm qua'],
    ]);
  });

  it('never writes over the next form of the record', async () => {
    const page = await open();
    page.type('một hai');
    await pass(interval);
    page.type('một hai ba');
    await pass(interval);
    // The first write fails and would be tried again; the one after it does not.
    await world.answerDraft(false);
    await world.answerDraft();
    page.leave();
    const again = await open();
    again.type('bốn');
    await pass(interval);
    await world.answerDraft();
    await pass(2 * retryAfter);
    expect([beingWritten(), world.drafted()[0]]).toEqual([[], 'bốn']);
  });

  it('says nothing more of how safe its text is', async () => {
    const page = await open();
    page.type('một hai');
    await pass(interval);
    page.leave();
    await world.answerDraft(false);
    expect(world.status).toBe('clean');
  });
});

describe('the lock', () => {
  it('falls when all that is typed is in the draft table', async () => {
    const page = await open();
    page.edit('một hai');
    const locked = page.flush().then(() => true);
    expect([beingWritten(), await answered(locked)]).toEqual([[['một hai']], 'open']);
    await world.answerDraft();
    expect(await answered(locked)).toBe(true);
  });

  it('waits for a save and for the draft of what was typed meanwhile: later it would be of somebody else', async () => {
    const page = await open();
    page.type('một hai');
    void page.save();
    await pass(0);
    page.type('một hai ba');
    const locked = page.flush().then(() => true);
    expect(await answered(locked)).toBe('open');
    await world.answerSave();
    expect([beingWritten(), await answered(locked)]).toEqual([[['một hai ba']], 'open']);
    await world.answerDraft();
    expect([await answered(locked), world.drafted()]).toEqual([true, ['một hai ba']]);
  });

  it('waits until the draft of last time is known, and what is typed stands in front of it', async () => {
    leaveDraft('hôm qua');
    const page = world.open();
    page.type('hôm nay');
    const locked = page.flush().then(() => true);
    expect(await answered(locked)).toBe('open');
    await world.answerDraft();
    await world.answerDraft();
    expect([await answered(locked), world.drafted()]).toEqual([true, ['hôm nay', 'hôm qua']]);
  });

  it('falls at once where nothing is typed', async () => {
    const page = await open();
    expect(await answered(page.flush().then(() => true))).toBe(true);
    expect(beingWritten()).toEqual([]);
  });
});
