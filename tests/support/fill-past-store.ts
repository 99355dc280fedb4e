import { bodyFromLines } from '#shared/text-model/body.ts';
import { documentInput, indicatorInput, setUpOffice } from './records.ts';
import { createTestApp, fixedSources } from './test-app.ts';

/*
 * A store with a past, made in a process of its own: the office ten days ago, an indicator and a document nine days ago,
 * which is issued after five days, and another one that began yesterday. Says the ids.
 */
const [, , folder = ''] = process.argv;
let daysAgo = 10;
const instant = () => new Date(Date.now() - daysAgo * 86_400_000).toISOString();
const app = await createTestApp({
  folder,
  sources: { now: instant, today: () => instant().slice(0, 10), newId: fixedSources().newId },
});
const { call } = app;
await setUpOffice(call);
daysAgo = 9;
const lines = ['Nâng cao năng lực lãnh đạo của Đảng bộ.', 'Các chi bộ trực thuộc báo cáo hằng quý.'];
const fields = documentInput({ subject: 'về nhiệm vụ thứ nhất', body: bodyFromLines(lines), date: null });
const { id } = await call.documents.create(fields);
await call.indicators.create(indicatorInput({ period: instant().slice(0, 4) }));
daysAgo = 6;
const more = [...lines, 'Ủy ban Kiểm tra Đảng ủy giám sát việc chấp hành.'];
await call.documents.save({ ...fields, subject: 'về nhiệm vụ thứ hai', body: bodyFromLines(more), id });
daysAgo = 4;
await call.documents.issue({ id, date: instant().slice(0, 10) });
daysAgo = 1;
const { id: later } = await call.documents.create(documentInput({ subject: 'về việc bắt đầu hôm qua' }));
await app.close();
console.log(JSON.stringify({ id, later }));
