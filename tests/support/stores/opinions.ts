import { bodyText } from '#shared/text-model/body.ts';
import { idOf, type Teller } from './teller.ts';

/** An opinion on words of the draft as they stand; `words` are in the first block that has them. */
async function give(teller: Teller, words: string, opinion: string): Promise<string> {
  const { call } = teller;
  const documentId = idOf(teller, 'documentDraft');
  const { body } = await call.documents.get({ id: documentId });
  const texts = body.content.map((block) => bodyText({ type: 'doc', content: [block] }));
  const index = texts.findIndex((one) => one.includes(words));
  const from = texts[index]?.indexOf(words) ?? 0;
  const { id } = await call.reviews.give({
    ...{ documentId, version: null, field: 'body', quote: words },
    place: { index, part: 0, from, to: from + words.length },
    ...{ kind: 'change', text: opinion, proposed: 'năm thôn' },
  });
  return id;
}

/** Two of them on the draft: one answered and settled, one that stays open. */
export async function reviewPlan(teller: Teller): Promise<void> {
  const { call, as, ids } = teller;
  as('reviewer');
  ids.opinionSettled = await give(teller, 'kiểm tra thực địa', 'Nên nêu cả việc đối chiếu hồ sơ.');
  ids.opinionPinned = await give(teller, 'bốn thôn', 'Còn thôn Gò Dài.');
  await call.documents.markRead({ id: idOf(teller, 'documentDraft') });
  as('clerk');
  await call.reviews.reply({ id: ids.opinionSettled, text: 'Hồ sơ đã đối chiếu từ tháng 12.' });
  const reason = 'Đã đối chiếu, không làm lại.';
  await call.reviews.settle({ id: ids.opinionSettled, outcome: 'explained', reason });
}

/** Two members are asked in writing; one sheet is back. */
export async function askInWriting(teller: Teller): Promise<void> {
  const { call, ids } = teller;
  const documentId = idOf(teller, 'documentDraft');
  const people = [
    { name: 'Võ Minh Khang', title: 'Chủ nhiệm Ủy ban Kiểm tra' },
    { name: 'Huỳnh Tấn Phát', title: '' },
  ];
  await call.approvals.handOutSheets({ documentId, people, dueOn: '2026-01-15' });
  const [back, out] = await call.approvals.sheets({ documentId });
  const answer = { answer: 'agreeWithChanges', remark: 'Thêm kinh phí', returnedOn: '2026-01-12' } as const;
  await call.approvals.enterSheet({ id: back?.id ?? '', ...answer });
  ids.sheet = out?.id ?? '';
}

/** The newest of all: an opinion, its settling, a sheet that came back. */
export async function newestOpinions(teller: Teller): Promise<void> {
  const { call, as } = teller;
  as('reviewer');
  const id = await give(teller, 'toàn bộ diện tích', 'Ghi rõ số hecta.');
  as('clerk');
  await call.reviews.settle({ id, outcome: 'accepted', reason: '' });
  const answer = { answer: 'agree', remark: '', returnedOn: '2026-01-13' } as const;
  await call.approvals.enterSheet({ id: idOf(teller, 'sheet'), ...answer });
}
