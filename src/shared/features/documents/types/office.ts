import type { TypeRow } from './row.ts';

/** Papers of an office, which nobody's powers are about: most are handed to somebody. */
export const office = {
  GM: {
    name: 'Giấy mời',
    symbol: 'GM',
    powers: 'every',
    usual: { standing: 10, office: 6, council: 6, government: 8 },
    subject: 'dự …',
    needsRecipients: false,
  },
  GGT: {
    name: 'Giấy giới thiệu',
    symbol: 'GGT',
    powers: 'every',
    usual: { office: 7 },
    needsRecipients: false,
  },
  GCN: {
    name: 'Giấy chứng nhận',
    symbol: 'GCN',
    powers: 'every',
    bases: 'usual',
    needsRecipients: false,
  },
  GĐĐ: { name: 'Giấy đi đường', symbol: 'GĐĐ', powers: 'every', needsRecipients: false },
  GNP: { name: 'Giấy nghỉ phép', symbol: 'GNP', powers: 'every', needsRecipients: false },
  PC: {
    name: 'Phiếu chuyển',
    symbol: 'PC',
    powers: 'every',
    usual: { office: 8 },
    needsRecipients: false,
  },
  PG: {
    name: 'Phiếu gửi',
    symbol: 'PG',
    powers: 'every',
    usual: { office: 9 },
    needsRecipients: false,
  },
  ThC: { name: 'Thư công', symbol: 'ThC', powers: 'every', needsRecipients: false },
} satisfies Record<string, TypeRow>;
