import { everyBody, type TypeRow } from './row.ts';

/** Papers of an office, which nobody's powers are about: most are handed to somebody. */
export const office = {
  GM: {
    name: 'Giấy mời',
    symbol: 'GM',
    powers: everyBody,
    usual: { standing: 10, office: 6, council: 6, government: 8 },
    subject: 'dự …',
    needsRecipients: false,
  },
  GGT: {
    name: 'Giấy giới thiệu',
    symbol: 'GGT',
    powers: everyBody,
    usual: { office: 7 },
    needsRecipients: false,
  },
  GCN: {
    name: 'Giấy chứng nhận',
    symbol: 'GCN',
    powers: everyBody,
    bases: 'usual',
    needsRecipients: false,
  },
  GĐĐ: { name: 'Giấy đi đường', symbol: 'GĐĐ', powers: everyBody, needsRecipients: false },
  GNP: { name: 'Giấy nghỉ phép', symbol: 'GNP', powers: everyBody, needsRecipients: false },
  PC: {
    name: 'Phiếu chuyển',
    symbol: 'PC',
    powers: everyBody,
    usual: { office: 8 },
    needsRecipients: false,
  },
  PG: {
    name: 'Phiếu gửi',
    symbol: 'PG',
    powers: everyBody,
    usual: { office: 9 },
    needsRecipients: false,
  },
  ThC: { name: 'Thư công', symbol: 'ThC', powers: everyBody, needsRecipients: false },
} satisfies Record<string, TypeRow>;
