import type { Page } from '@playwright/test';
import type { Client } from '#shared/contract.ts';
import { blankItem } from '#shared/features/conferences/blank.ts';
import type { Body } from '#shared/text-model/body.ts';
import { launchElectron, untilReady } from '../../scripts/lib/electron.ts';
import type { Runtime } from '../../scripts/runtime.ts';
import { addMember, conferenceInput, setUpOffice } from '../support/records.ts';
import { createTestApp } from '../support/test-app.ts';
import { median } from './median.ts';

const keys = 60;
const rounds = 3;
const sentence =
  'phần lớn chỉ tiêu kinh tế đạt xấp xỉ kế hoạch huyện giao; đề nghị làm rõ thêm nguyên nhân, trách nhiệm của từng đơn vị và giải pháp khắc phục trong thời gian tới.';

/** A conference whose one item has that many statements, each with its speaker. */
async function longConference(call: Client, statements: number): Promise<string> {
  const { termId } = await setUpOffice(call);
  const members: string[] = [];
  for (let n = 1; n <= 15; n += 1) members.push(await addMember(call, termId, `Đinh Văn ${n}`));
  const { id } = await call.conferences.create(conferenceInput({ endsAt: '2021-12-24T17:00' }));
  await call.conferences.saveAgenda({
    id,
    items: [{ ...blankItem('Thảo luận'), discussion: discussion(members, statements) }],
  });
  return id;
}

function discussion(members: readonly string[], statements: number): Body {
  return {
    type: 'doc',
    content: Array.from({ length: statements }, (_, n) => ({
      type: 'paragraph' as const,
      content: [
        {
          type: 'speaker' as const,
          attrs: {
            memberId: members[n % members.length] ?? null,
            name: `Đinh Văn ${1 + (n % members.length)}`,
            title: 'Đảng ủy viên',
            part: 'statement' as const,
          },
        },
        { type: 'text' as const, text: ` ${n + 1}: ${sentence} ${sentence}` },
      ],
    })),
  };
}

export type Typing = { keyToPaintMs: number; openMs: number };

/**
 * ms from a key to the frame that shows its letter, and from the address of the conference to its editor, with so few and
 * so many statements. Taken in turns, the middle of the rounds.
 */
export async function measureTyping(runtime: Runtime, few: number, many: number): Promise<[Typing, Typing]> {
  const taken: [Typing[], Typing[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    taken[0].push(await measureOnce(runtime, few));
    taken[1].push(await measureOnce(runtime, many));
  }
  return [middle(taken[0]), middle(taken[1])];
}

function middle(taken: readonly Typing[]): Typing {
  return {
    keyToPaintMs: median(taken.map(({ keyToPaintMs }) => keyToPaintMs)),
    openMs: median(taken.map(({ openMs }) => openMs)),
  };
}

async function measureOnce(runtime: Runtime, statements: number): Promise<Typing> {
  const app = await createTestApp();
  const id = await longConference(app.call, statements);
  await app.close();
  const program = await launchElectron({ runtime, dataDir: app.folder });
  try {
    const page = await program.firstWindow();
    await untilReady(page);
    const started = performance.now();
    await page.evaluate(`location.hash = '/conferences/${id}/proceedings'`);
    const editor = page.locator('[contenteditable="true"]').first();
    await editor.waitFor();
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
    const openMs = performance.now() - started;
    await editor.focus();
    await page.keyboard.press('Control+End');
    return { keyToPaintMs: await typeAndTime(page), openMs };
  } finally {
    await program.close();
  }
}

async function typeAndTime(page: Page): Promise<number> {
  await page.evaluate(`
    window.keyTimes = [];
    window.addEventListener('keydown', () => {
      const pressed = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.keyTimes.push(performance.now() - pressed);
        port2.postMessage(0);
      });
    }, true);
  `);
  for (let n = 0; n < keys; n += 1) {
    await page.keyboard.press('a');
    // As fast as a quick typist.
    await page.waitForTimeout(40);
  }
  const times = (await page.evaluate('window.keyTimes')) as number[];
  return median(times);
}
