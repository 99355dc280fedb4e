import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeRegister } from '#main/features/documents/papers/register.ts';
import { builtInProfiles, profileOn } from '#main/paper/profiles.ts';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import {
  type Register,
  type Registered,
  type RegisterQuery,
  registerCounters,
  registerRows,
  registerYears,
} from '#shared/features/documents/register.ts';
import { namesFromSetup } from '#shared/features/organisation/rules.ts';
import { readPdf } from './pdf-reader.ts';

export const wanted: RegisterQuery = { termId: 'x', year: null, counter: null, order: 'number' };
const name = {
  id: 'n',
  ...namesFromSetup({
    commune: 'xã Sơn Liên',
    superior: 'huyện Sơn Tây',
    placeName: 'Sơn Liên',
    termOrdinal: 13,
    termStartsOn: '2020-06-01',
  }),
};

/** A resolution with that number. */
export const entry = (number: number, changes: Partial<Registered> = {}): Registered => ({
  kind: 'entry',
  of: 'document',
  id: String(number),
  counter: 'ĐU/NQ',
  number,
  code: `${String(number).padStart(2, '0')}-NQ/ĐU`,
  date: '2021-12-24',
  issuer: 'committee',
  type: 'NQ',
  subject: 'về phương hướng, nhiệm vụ năm 2022',
  signerName: 'Đinh Văn Trường',
  recipients: ['Ban Thường vụ Huyện ủy (để báo cáo)', 'Lưu Văn phòng Đảng ủy'],
  copies: 15,
  voidReason: null,
  isFromPaper: false,
  changes: [],
  ...changes,
});

export function registerOf(entries: readonly Registered[], part = wanted): Register {
  return {
    termOrdinal: 13,
    termDays: null,
    years: registerYears(entries),
    counters: registerCounters(entries),
    rows: registerRows(entries, part),
  };
}

/** Set on paper and read back. */
export async function pagesOf(typesetter: Typesetter, register: Register, part = wanted) {
  const profile = profileOn(builtInProfiles, 'party', '2021-12-24');
  const { bytes } = await typesetter.pdf(composeRegister({ register, wanted: part, name, profile }));
  if (process.env.REGISTER_OUT)
    writeFileSync(join(process.env.REGISTER_OUT, `${register.rows.length}.pdf`), bytes);
  return (await readPdf(bytes)).pages;
}
