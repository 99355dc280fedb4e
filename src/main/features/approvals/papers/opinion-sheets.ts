import { textBlock } from '#main/paper/blocks.ts';
import { headOf } from '#main/paper/head.ts';
import { builtInProfiles, profileOn } from '#main/paper/profiles.ts';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { regimeOf } from '#shared/features/organisation/issuers.ts';
import type { BodyName } from '#shared/features/organisation/schema.ts';
import type { DocumentModel, PapersModel, PrintBlock } from '#shared/paper/model.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { showDate } from '#shared/text/dates.ts';

type Asked = { name: string; title: string; dueOn: string | null };
type Sources = {
  document: Pick<DocumentRecord, 'type' | 'subject' | 'issuer' | 'date'>;
  /** Nobody: one with blanks, to be copied. */
  asked: readonly Asked[];
  name: BodyName;
  profile?: LayoutProfile;
  year: string;
};

const blank = '…………………………………………………';
const writtenLine = '.'.repeat(105);

/** Sheets that ask members in writing (phiếu xin ý kiến): one for each. Practice of offices; no guideline has a form. */
export function composeOpinionSheets(sources: Sources): PapersModel {
  const { document, name, year } = sources;
  const profile = sources.profile ?? profileOn(builtInProfiles, regimeOf(document.issuer), document.date);
  const subject = `${typeName(document.type)} ${document.subject}`;
  const meta = { title: `Phiếu xin ý kiến ${subject}`, author: name.name, created: null };
  const asked = sources.asked.length > 0 ? sources.asked : [{ name: blank, title: '', dueOn: null }];
  return {
    kind: 'papers',
    profile,
    meta,
    papers: asked.map(
      (one): DocumentModel => ({
        kind: 'document',
        profile,
        meta,
        head: headOf(name, null, year),
        typeName: 'PHIẾU XIN Ý KIẾN',
        subject: `về dự thảo ${subject}`,
        addressees: {
          label: 'Kính gửi',
          names: [one.title ? `Đồng chí ${one.name}, ${one.title}` : `Đồng chí ${one.name}`],
        },
        bases: [],
        opening: null,
        body: bodyOf(one),
        recipients: [],
        signature: {
          authority: 'NGƯỜI CHO Ý KIẾN',
          title: null,
          name: one.name === blank ? '' : one.name,
        },
      }),
    ),
  };
}

function bodyOf({ dueOn }: Asked): PrintBlock[] {
  const until = dueOn ? ` trước ngày ${showDate(dueOn)}` : '';
  return [
    textBlock(
      `Đề nghị đồng chí nghiên cứu dự thảo gửi kèm, đánh dấu X vào một ô dưới đây và gửi phiếu về Văn phòng Đảng ủy${until}.`,
    ),
    {
      kind: 'table',
      caption: null,
      columns: [
        { header: 'Ý kiến', align: 'left', flexible: true },
        { header: 'Đánh dấu', align: 'center', flexible: false, widthMm: 30 },
      ],
      rowMm: 9,
      rows: [
        ['Đồng ý với dự thảo', ''],
        ['Đồng ý, có ý kiến bổ sung, sửa đổi ghi dưới đây', ''],
        ['Không đồng ý, lý do ghi dưới đây', ''],
      ],
    },
    textBlock('Ý kiến cụ thể:'),
    ...Array.from({ length: 5 }, () => textBlock(writtenLine)),
  ];
}
