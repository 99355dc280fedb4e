import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { requireBody, requireName } from '#main/features/organisation/index.ts';
import { textBlock } from '#main/paper/blocks.ts';
import { headOf } from '#main/paper/head.ts';
import { profileOn } from '#main/paper/profiles.ts';
import { listProfiles } from '#main/paper/profiles-repository.ts';
import type { DocumentModel } from '#shared/paper/model.ts';
import { showDate } from '#shared/text/dates.ts';

/** What goes into an envelope and into the safe. @throws AppError RULE notSetUp */
export async function recoverySlip(
  db: Kysely<Database>,
  recoveryCode: string,
  today: string,
): Promise<DocumentModel> {
  const name = requireName(await requireBody(db), today);
  const title = 'Mã khôi phục';
  return {
    kind: 'document',
    profile: profileOn(await listProfiles(db), 'party', today),
    meta: { title, author: name.name, created: today },
    head: headOf(name, today),
    typeName: title.toUpperCase(),
    subject: 'chương trình Sổ Nghị quyết',
    addressees: null,
    bases: [],
    opening: null,
    body: [
      { kind: 'paragraph', label: '', runs: [{ text: 'Mã: ' }, { text: recoveryCode, bold: true }] },
      textBlock(
        `Lập ngày ${showDate(today)}, để người quản trị đặt lại mã PIN của mình khi quên: ở màn hình khóa chọn “Quên mã PIN” rồi nhập mã này. Mã dùng được một lần; dùng xong chương trình cấp mã mới.`,
      ),
      textBlock('Cho vào phong bì, niêm phong, cất trong két. Không chụp ảnh, không lưu vào máy.'),
    ],
    recipients: [],
    signature: null,
  };
}
