import { textBlock } from '#main/paper/blocks.ts';
import { bare, capital, lines, listed } from '#main/paper/paper-text.ts';
import { countAttendance } from '#shared/features/conferences/attendance.ts';
import type { AttendanceEntry, Conference } from '#shared/features/conferences/schema.ts';
import type { PrintBlock } from '#shared/paper/model.ts';
import { addressed } from '#shared/text/address.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import { type ConferenceSources, rollPerson, titled } from './sources.ts';

/** Who was there, who was not and why, who came late, left early or was replaced, and who was invited. */
export function participants(sources: ConferenceSources): PrintBlock[] {
  const { attendance, kind, invited } = sources.conference;
  const { present, members } = countAttendance(attendance, kind);
  const guests = lines(invited);
  const away = attendance.filter((entry) => !isCounted(entry, sources.conference));
  const here = attendance.filter((entry) => isCounted(entry, sources.conference));
  return [
    heading('1.1. ', 'Đại biểu chính thức'),
    textBlock(`Có mặt: ${twoDigits(present)} đồng chí.`, '- '),
    ...(members > 0 && away.length === 0 ? [textBlock('Vắng mặt: không.', '- ')] : []),
    ...group('Vắng mặt', away, (entry) => absence(entry, sources)),
    ...group('Dự thay', here.filter(isReplaced), (entry) => replacement(entry, sources)),
    ...group(
      'Đến muộn',
      here.filter((entry) => entry.arrivedItemId !== null),
      (entry) => `${person(entry, sources)}: có mặt từ ${itemName(entry.arrivedItemId, sources.conference)}`,
    ),
    ...group(
      'Về sớm',
      here.filter((entry) => entry.leftItemId !== null),
      (entry) => `${person(entry, sources)}: về khi đến ${itemName(entry.leftItemId, sources.conference)}`,
    ),
    ...(guests.length > 0 ? [heading('1.2. ', 'Đại biểu mời dự'), ...listed(guests, '- ')] : []),
  ];
}

function isCounted(entry: AttendanceEntry, { kind }: Conference): boolean {
  return countAttendance([entry], kind).present === 1;
}

function isReplaced({ state }: AttendanceEntry): boolean {
  return state === 'replaced';
}

function group(
  label: string,
  entries: readonly AttendanceEntry[],
  say: (entry: AttendanceEntry) => string,
): PrintBlock[] {
  if (entries.length === 0) return [];
  return [
    textBlock(`${label}: ${twoDigits(entries.length)} đồng chí, gồm:`, '- '),
    ...listed(entries.map(say), '+ '),
  ];
}

/** "Đồng chí Đinh Văn Bút, Đảng ủy viên: có lý do (đi công tác)" */
function absence(entry: AttendanceEntry, sources: ConferenceSources): string {
  const kinds = { excused: 'có lý do', absent: 'không có lý do', replaced: 'có người dự thay', present: '' };
  const details = [bare(entry.reason), entry.substitute && `${addressed(entry.substitute)} dự thay`];
  const said = details.filter(Boolean).join('; ');
  return `${person(entry, sources)}: ${kinds[entry.state]}${said && ` (${said})`}`;
}

function replacement(entry: AttendanceEntry, sources: ConferenceSources): string {
  const { name, title, address } = rollPerson(entry, sources);
  const substitute = capital(entry.substitute ? addressed(entry.substitute) : 'đồng chí ……………………');
  const reason = entry.reason ? ` (${bare(entry.reason)})` : '';
  return `${substitute} thay ${titled(name, title, address)}${reason}`;
}

function person(entry: AttendanceEntry, sources: ConferenceSources): string {
  const { name, title, address } = rollPerson(entry, sources);
  return capital(titled(name, title, address));
}

/** "nội dung 2.3 (Công tác cán bộ)": as the minutes number it. */
function itemName(itemId: string | null, { agenda }: Conference): string {
  const index = agenda.findIndex((item) => item.id === itemId);
  return `nội dung 2.${index + 1} (${agenda[index]?.title ?? ''})`;
}

function heading(label: string, text: string): PrintBlock {
  return { kind: 'heading', level: 2, label, runs: [{ text }] };
}
