import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mostParts } from '#renderer/lib/forms/draft-text.ts';
import { savedElsewhere } from '#renderer/lib/forms/form-state.ts';
import { createWorld, type Note, type Page, partsOf, pass, textsOf } from './form-world.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** How often each of them happens. */
const acts = {
  type: 3,
  edit: 1,
  typeBack: 1,
  typeSaved: 1,
  typeBlank: 1,
  wait: 1,
  waitLong: 1,
  answerDraft: 3,
  failDraft: 1,
  answerSave: 1,
  refuseSave: 1,
  throwSave: 1,
  quiet: 3,
  save: 2,
  saveElsewhere: 1,
  agreeElsewhere: 1,
  saveAnother: 1,
  deliver: 2,
  beginRead: 1,
  endRead: 1,
  chooseTyped: 1,
  chooseSaved: 1,
  chooseMixed: 1,
  putOff: 1,
  useRecovered: 3,
  dropRecovered: 2,
  takeBack: 2,
  leave: 2,
  comeBack: 3,
  lock: 1,
};
type Act = keyof typeof acts;
const anyAct = fc.oneof(
  ...Object.entries(acts).map(([name, weight]) => ({ weight, arbitrary: fc.constant(name as Act) })),
);

const at = '2021-12-20T08:00:00.000Z';

/** What an earlier version may have left in the draft row. */
const leftBehind = {
  withFieldsThatAreGone: JSON.stringify({
    version: 1,
    form: { text: 'cũ hơn', remark: 'rời một' },
    at,
    label: '',
    older: { form: { remark: 'rời hai' }, at: '2021-12-19T08:00:00.000Z', label: '', older: null },
  }),
  damaged: '{"version":1,"form":{"text":"rời ba',
};

/** A clerk, somebody else, and a store that answers when and as it likes. */
function createScene(resumes: boolean, earlier: string | null) {
  const world = createWorld();
  world.row = earlier;
  let page: Page | null = world.open({ resumes });
  const gone: Page[] = [];
  /** Texts that were typed, and then neither typed over nor dropped; and when each stood in the form last. */
  const open = new Map<string, number>();
  const dropped: { text: string; words: string; at: number; takeBack: () => void }[] = [];
  /** Words without a field, of a draft that another version left. */
  const loose = new Set<string>();
  const puttingBack = new Set<string>();
  /** Texts of the record that the clerk has seen: in the form, or beside what was typed. */
  const shown = new Set<string>([world.record.text]);
  /** What the store answered and the page has not got yet. */
  let underWay: Note | null = null;
  let count = 0;
  world.onSaved = ({ text, over, by, saving }) => {
    look();
    // Typed in an earlier version, when nobody noted on what.
    if (saving.basedOn === undefined && earlier !== null) return;
    if (by === 'other' && text !== over) expect([...shown], 'written over unseen').toContain(over);
  };
  world.onRefused = (of) => {
    // What was typed before one's own save, and is taken back after it, is not based on it.
    if (page?.state().base.basis?.seq) expect(world.changedBy, 'refused for its own save').not.toBe(of);
  };
  for (const text of textsOf(earlier)) {
    if (text.startsWith('rời')) loose.add(text);
    else if (text !== '') open.set(text, 0);
  }

  function put(text: string, at = Date.now()): void {
    open.set(text, at);
    // A row holds so many parts, one of them perhaps twice (in the form, and behind what was taken back); the oldest goes.
    const [oldest] = [...open].sort(([, one], [, other]) => one - other);
    if (oldest && open.size >= mostParts) open.delete(oldest[0]);
  }

  function typed(how: 'type' | 'edit', text: string): void {
    if (!page) return;
    open.delete(page.text());
    page[how](text);
    put(text);
  }

  /** A full disk still can be read; and as a page is left there is nobody who could wait for room. */
  const mayFail = () =>
    page !== null &&
    world.drafts[0]?.what !== 'get' &&
    world.memory.leaves.size === 0 &&
    gone.every((one) => one.state().phase.is === 'open');

  async function act(name: Act): Promise<void> {
    switch (name) {
      case 'type':
      case 'edit':
        count += 1;
        return typed(name, `chữ ${count}`);
      case 'typeBack':
        return page ? typed('type', page.state().baseline.text) : undefined;
      case 'typeSaved':
        count += 1;
        return typed('type', world.record.text + ' '.repeat(count));
      case 'typeBlank':
        count += 1;
        return typed('type', ' '.repeat(count));
      case 'wait':
        return pass(450);
      case 'waitLong':
        return pass(3_100);
      case 'answerDraft':
        return world.answerDraft();
      case 'failDraft':
        return world.answerDraft(!mayFail());
      case 'answerSave':
        return world.answerSave();
      case 'refuseSave':
        return world.answerSave('refused');
      case 'throwSave':
        return world.answerSave('thrown');
      case 'quiet':
        return world.settle();
      case 'save':
        return void page?.save();
      case 'saveElsewhere':
        count += 1;
        return world.saveElsewhere(`người khác ${count}`);
      case 'agreeElsewhere':
        return page && page.text().trim() !== '' ? world.saveElsewhere(page.text().trim()) : undefined;
      case 'saveAnother':
        return world.saveAnother();
      case 'deliver':
        // Read again, an older answer is not waited for.
        underWay = null;
        return page?.deliver();
      case 'beginRead':
        underWay = world.read();
        return;
      case 'endRead':
        if (underWay) page?.deliver(underWay);
        underWay = null;
        return;
      case 'chooseTyped':
        return page?.choose({ text: page.text() });
      case 'chooseSaved':
        return choose(savedBeside());
      case 'chooseMixed':
        count += 1;
        return choose(savedBeside() && `ghép ${count}`);
      case 'putOff':
        return page?.putOffChoice();
      case 'useRecovered':
        return use();
      case 'dropRecovered':
        return drop();
      case 'takeBack':
        return takeBack();
      case 'leave':
        if (page) gone.push(page);
        page?.leave();
        page = null;
        underWay = null;
        return;
      case 'comeBack':
        page ??= world.open({ resumes });
        return;
      case 'lock':
        return lock();
    }
  }

  /** What is shown beside what is typed, to choose from. */
  function savedBeside(): string | null {
    return (page && savedElsewhere(page.state())?.text) ?? null;
  }

  function look(): void {
    const beside = savedBeside();
    if (beside !== null) shown.add(beside);
    if (page && !page.isDirty()) shown.add(page.text().trim());
  }

  function choose(text: string | null): void {
    if (!page || text === null) return;
    page.choose({ text });
    if (text.startsWith('ghép')) put(text);
  }

  function use(): void {
    const part = page?.state().offered;
    if (!page || !part) return;
    const meanwhile = page.text();
    page.takeRecovered();
    for (const text of [meanwhile, part.form?.text ?? '']) if (open.has(text)) put(text);
  }

  function drop(): void {
    const part = page?.state().offered;
    if (!page || !part) return;
    page.dropRecovered();
    const text = part.form?.text ?? part.words;
    const takeBack = world.toasts.at(-1) ?? expect.fail('no way back');
    dropped.push({ text, words: part.words, at: open.get(text) ?? 0, takeBack });
    if (text !== page.text()) open.delete(text);
    loose.delete(part.words);
  }

  function takeBack(): void {
    const part = dropped.pop();
    if (!part) return;
    part.takeBack();
    puttingBack.add(part.text);
    if (part.words !== '') {
      puttingBack.add(part.words);
      loose.add(part.words);
    }
    if (part.text !== part.words) put(part.text, part.at);
  }

  async function lock(): Promise<void> {
    if (!page) return;
    let isLocked = false;
    void page.flush().then(() => {
      isLocked = true;
    });
    while (!isLocked) {
      if (world.drafts.length > 0) await world.answerDraft();
      else await world.answerSave();
      await pass(0);
    }
    expect(lostFrom(world.drafted()), 'locked').toEqual([]);
  }

  function lostFrom(texts: readonly string[]): string[] {
    return [...open.keys(), ...loose].filter(
      (text) => !texts.includes(text) && !world.acknowledged.has(text.trim()),
    );
  }

  return {
    act,
    /** In the form, among what it offers, in a write that is under way or done, or saved. */
    check: () => {
      look();
      if (savedBeside() !== null) expect(page?.isDirty(), 'a choice between two of the same').toBe(true);
      const texts = world.drafted();
      for (const { what } of world.drafts) texts.push(...textsOf(what.startsWith('{') ? what : null));
      if (page) texts.push(page.text(), ...partsOf(page.state().offered), ...partsOf(page.state().kept));
      const { saves, leaves } = world.memory;
      if (saves.size + leaves.size > 0) {
        for (const one of gone) texts.push(one.text(), ...partsOf(one.state().offered));
        texts.push(...puttingBack);
      }
      expect(lostFrom(texts), 'lost').toEqual([]);
    },
    /** Nothing is left to chance: after a quiet while with a store that works, what was typed is there, form or no form. */
    end: async () => {
      await world.settle();
      expect(lostFrom(world.drafted()), 'not in the store').toEqual([]);
      page?.leave();
      await world.settle();
      expect(lostFrom(world.drafted()), 'gone with its page').toEqual([]);
      expect([world.memory.saves.size, world.memory.leaves.size, world.memory.open.size]).toEqual([0, 0, 0]);
    },
  };
}

it('nothing that was typed is lost, and nothing that others saved goes unseen, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.constantFrom(null, ...Object.values(leftBehind)),
      fc.array(anyAct, { maxLength: 40, size: 'max' }),
      async (resumes, earlier, sequence) => {
        const scene = createScene(resumes, earlier);
        for (const name of sequence) {
          await scene.act(name);
          await pass(1);
          scene.check();
        }
        await scene.end();
      },
    ),
    { numRuns: 2_000 },
  );
});
