import { line } from '../../fields.ts';
import type { NamedPerson } from './people.ts';

/** How a list of people is read that was typed, or copied from Word, Excel or a message. */

export type PastedLine = {
  /** As it stands in the list. */
  text: string;
  person: NamedPerson;
  /** False: the head of a table, a title, a sum. Nobody is lost by it: the clerk sees each line as it was read. */
  isPerson: boolean;
};

type Column = 'name' | 'title' | 'other';

// "1." "1)" "1/" "(1)" "01:" "1 -" "- " "+ " "• " "a) "
const listMark = /^(?:\(?\d+(?:\.\d+)*\)?\s*[.)/:,–-]*\s*|[-–—•+*]\s*|[a-zđ]\)\s*)/u;
const address =
  /^(?:đ\s?[/.]\s?c|đc|đồng\s+chí|ông\s*[/(]\s*bà\s*\)?|bà\s*[/(]\s*ông\s*\)?|ông|bà)(?:\s*[.:]\s*|\s+)/iu;
const divider = /[,;:\t]|\s[-–—]|[-–—]\s|\s{3,}/u;
/** What stands in brackets right behind the name; one letter tells namesakes apart and belongs to it. */
const bracket = /^(?<name>[^(),;:\t]+?)\s*\((?<inside>[^()]{2,})\)(?<rest>.*)$/u;
const letter = /\p{L}/u;
const gender = /^(?:nam|nữ)$/iu;
const roman = /^[IVXLC]+(?:\s*[.)/:–-]|$)/u;

const nameHead = /^(?:họ(?:\s+và|\s*[,&])?\s+tên|ho\s+va\s+ten|họ|tên|(?:chữ|tên)\s+đệm)(?![\p{L}])/u;
const titleHead = /^(?:chức|chuc\s+vu|cương vị|đơn vị|nơi công tác|cơ quan công tác)(?![\p{L}])/u;
const headWords =
  /(?<!\p{L})(?:số thứ tự|số tt|s?tt|(?:họ|ho)(?:\s+(?:và|va))?[\s,&]+(?:chữ đệm|tên đệm|tên|ten)|tên|chức vụ|chuc vu|chức danh|cương vị|đơn vị|nơi công tác|công tác|ghi chú|(?:ngày,?\s*)?(?:tháng,?\s*)?năm sinh|ngày sinh|giới tính|chữ ký|ký tên|số điện thoại|điện thoại|và)(?!\p{L})/gu;
const aboutPeople = /(?<!\p{L})(?:tên|ten|chức vụ|chuc vu|chức danh|s?tt)(?!\p{L})/u;
const listTitle = /^(?:danh sách|tổng cộng|tổng số|cộng|thành phần)(?!\p{L})/u;

const office =
  /^(?:(?:nguyên|quyền|phó|ủy viên|uỷ viên|bí thư|chủ tịch|chủ nhiệm|trưởng|thường trực|chánh|giám đốc|hiệu trưởng|đảng viên|đại biểu|thư ký|kế toán|văn thư|văn phòng|chỉ huy|chính trị viên)(?!\p{L})|(?:pbt|bt|pct|ct|uv|utv)(?![\p{L}]))/iu;

/** A line each; what holds no letter is no line. */
export function readPasted(text: string): PastedLine[] {
  let columns: readonly Column[] | null = null;
  return joinQuoted(text.normalize('NFC'))
    .split(/\r?\n|\r/u)
    .filter((typed) => letter.test(typed))
    .map((typed) => {
      const isHead = isHeadOfTable(typed);
      if (isHead && typed.includes('\t')) columns = typed.split('\t').map(columnOf);
      const bare = withoutMarks(typed);
      const person =
        columns && typed.includes('\t') && !isHead
          ? fromColumns(typed.split('\t'), columns)
          : fromWords(bare);
      const isPerson = !isHead && !isTitle(typed.trim(), bare) && letter.test(person.fullName);
      return { text: clean(typed), person, isPerson };
    });
}

/** The people among the lines. */
export function readPeople(text: string): NamedPerson[] {
  return readPasted(text).flatMap(({ person, isPerson }) => (isPerson ? [person] : []));
}

/** A cell of Excel with several lines comes in quotes. */
function joinQuoted(text: string): string {
  return text.replace(/(^|[\t\n])"((?:[^"]|"")*)"(?=[\t\r\n]|$)/gu, (_, before: string, cell: string) => {
    return before + cell.replaceAll('""', '"').replace(/\s*[\r\n]+\s*/gu, ' ');
  });
}

function withoutMarks(typed: string): string {
  let bare = typed.trim();
  for (;;) {
    const next = bare.replace(listMark, '').replace(address, '').trim();
    if (next === bare) return bare;
    bare = next;
  }
}

function isHeadOfTable(typed: string): boolean {
  const words = typed.toLocaleLowerCase('vi').trim();
  if (words.includes('\t')) {
    const columns = words.split('\t').map(columnOf);
    if (columns.includes('name') && words.split('\t').some((cell) => /^s?tt$|^số|^chức/u.test(cell.trim())))
      return true;
  }
  return aboutPeople.test(words) && !letter.test(words.replace(headWords, ''));
}

function columnOf(head: string): Column {
  const words = head.toLocaleLowerCase('vi').trim();
  if (nameHead.test(words)) return 'name';
  return titleHead.test(words) ? 'title' : 'other';
}

/** "DANH SÁCH ĐẠI BIỂU", "I. Ban Thường vụ", "Cộng: 12 đồng chí", "Các chi bộ:", "(Kèm theo Công văn số 3)" */
function isTitle(typed: string, bare: string): boolean {
  return (
    listTitle.test(bare.toLocaleLowerCase('vi')) ||
    roman.test(typed.split('\t')[0] ?? '') ||
    /:$/u.test(bare) ||
    /^\([^()]*\)$/u.test(typed)
  );
}

function fromColumns(cells: readonly string[], columns: readonly Column[]): NamedPerson {
  const of = (column: Column) => cells.filter((cell, at) => columns[at] === column && letter.test(cell));
  return { fullName: trimEnd(withoutMarks(of('name').join(' '))), title: titleOf(of('title')) };
}

function fromWords(bare: string): NamedPerson {
  const inBrackets = bracket.exec(bare)?.groups;
  if (inBrackets?.name !== undefined) {
    const { name, inside = '', rest = '' } = inBrackets;
    return { fullName: trimEnd(name), title: titleOf([inside, ...rest.split('\t')]) };
  }
  const at = divider.exec(bare);
  if (!at) return { fullName: trimEnd(bare), title: '' };
  const before = bare.slice(0, at.index);
  const after = bare.slice(at.index + at[0].length).split('\t');
  const other = withoutMarks(after[0] ?? '');
  // "Bí thư: Nguyễn Văn An"
  if (office.test(before) && !office.test(other) && letter.test(other))
    return { fullName: trimEnd(other), title: titleOf([before, ...after.slice(1)]) };
  return { fullName: trimEnd(before), title: titleOf(after) };
}

function titleOf(parts: readonly string[]): string {
  return parts
    .map((part) => trimEnd(part.replace(/^[\s,;:–-]+/u, '')))
    .filter((part) => letter.test(part) && !gender.test(part))
    .join(', ');
}

function trimEnd(text: string): string {
  return clean(text.replace(/[\s.,;:–-]+$/u, ''));
}

const blanks = line(100_000);

function clean(text: string): string {
  const read = blanks.safeParse(text);
  return read.success ? read.data : text;
}
