import { emptyBody } from '../../text-model/body.ts';
import type { AgendaItem, AttendanceEntry, RollPerson } from './schema.ts';

/** An item of which only the title is known. */
export function blankItem(title: string): Omit<AgendaItem, 'id'> {
  return {
    title,
    presenter: '',
    papers: '',
    plannedAt: null,
    startedAt: null,
    endedAt: null,
    discussion: emptyBody,
    conclusion: emptyBody,
    carriedFromId: null,
    isCarriedOver: false,
    carryReason: '',
  };
}

/** Present until the clerk says otherwise: on the day most are. */
export function presentEntry(id: string, person: RollPerson): AttendanceEntry {
  return {
    id,
    memberId: null,
    fullName: '',
    title: '',
    ...person,
    state: 'present',
    reason: '',
    arrivedItemId: null,
    leftItemId: null,
    substitute: '',
  };
}
