import { type Block, type Body, emptyBody } from '../../text-model/body.ts';
import { type Issuer, regimeOf } from '../organisation/issuers.ts';
import type { DocumentType } from './types.ts';

/** The sections that an office usually fills in (domain 3.3); each prints as "I- TÊN MỤC". */
const sections: Partial<Record<DocumentType, readonly string[]>> = {
  NQ: [
    'Kết quả đạt được',
    'Tồn tại, hạn chế và nguyên nhân',
    'Mục tiêu, nhiệm vụ, giải pháp',
    'Tổ chức thực hiện',
  ],
  KL: ['Kết quả đạt được', 'Tồn tại, hạn chế và nguyên nhân', 'Nhiệm vụ, giải pháp', 'Tổ chức thực hiện'],
  BC: [
    'Kết quả thực hiện',
    'Tồn tại, hạn chế và nguyên nhân',
    'Nhiệm vụ trọng tâm thời gian tới',
    'Kiến nghị, đề xuất',
  ],
  TB: ['Nội dung', 'Tổ chức thực hiện'],
  KH: ['Mục đích, yêu cầu', 'Nội dung', 'Tổ chức thực hiện'],
  CTr: ['Mục đích, yêu cầu', 'Nội dung', 'Tổ chức thực hiện'],
  HD: ['Mục đích, yêu cầu', 'Nội dung', 'Tổ chức thực hiện'],
  ĐA: ['Sự cần thiết', 'Mục tiêu', 'Nhiệm vụ, giải pháp', 'Tổ chức thực hiện'],
  PA: ['Mục đích, yêu cầu', 'Nội dung phương án', 'Tổ chức thực hiện'],
  TTr: ['Sự cần thiết', 'Nội dung trình', 'Kiến nghị, đề xuất'],
  BB: ['Thành phần', 'Nội dung', 'Kết luận'],
};

/** What is written in articles: "Điều 1.", then its words; "…" is left to the clerk. */
const articles: Partial<Record<DocumentType, readonly string[]>> = {
  QĐ: [
    '…',
    'Các cơ quan, đơn vị và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.',
    'Quyết định này có hiệu lực kể từ ngày ký.',
  ],
};

/** Articles with a title on its own line, and their text below it. */
const titledArticles: Partial<Record<DocumentType, readonly string[]>> = {
  QC: ['Phạm vi điều chỉnh, đối tượng áp dụng', 'Nguyên tắc làm việc', 'Tổ chức thực hiện'],
  QyĐ: ['Phạm vi điều chỉnh, đối tượng áp dụng', 'Nội dung', 'Tổ chức thực hiện'],
};

/** A resolution of the state is written in articles as well (domain 3.3). */
const stateResolution: readonly string[] = ['…', 'Tổ chức thực hiện: …'];

/** The body to start from: usual sections to fill in, or articles; empty where there is no custom. */
export function defaultBody(issuer: Issuer, type: DocumentType): Body {
  const numbered = type === 'NQ' && regimeOf(issuer) === 'state' ? stateResolution : articles[type];
  if (numbered) return { type: 'doc', content: numbered.map(article) };
  const titled = titledArticles[type];
  if (titled) return { type: 'doc', content: titled.flatMap(titledArticle) };
  const titles = sections[type];
  return titles ? { type: 'doc', content: titles.flatMap(section) } : emptyBody;
}

function article(words: string, index: number): Block {
  return {
    type: 'paragraph',
    content: [
      { type: 'text', text: `Điều ${index + 1}. `, marks: [{ type: 'bold' }] },
      { type: 'text', text: words },
    ],
  };
}

function titledArticle(title: string, index: number): Block[] {
  const words = `Điều ${index + 1}. ${title}`;
  return [
    { type: 'paragraph', content: [{ type: 'text', text: words, marks: [{ type: 'bold' }] }] },
    { type: 'paragraph', content: [{ type: 'text', text: '…' }] },
  ];
}

function section(title: string): Block[] {
  return [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: title }] },
    { type: 'paragraph' },
  ];
}
