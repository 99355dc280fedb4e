import { type Block, type Body, emptyBody, type FindingKind } from '../../text-model/body.ts';
import { findingsIn, type MarkedText } from '../conferences/findings.ts';
import type { Conference } from '../conferences/schema.ts';

/** Where each kind goes in the resolution (domain 3.3): results, what was lacking, what is to be done. */
const sections: readonly { title: string; kinds: readonly FindingKind[] }[] = [
  { title: 'Kết quả đạt được', kinds: ['conclusion'] },
  { title: 'Tồn tại, hạn chế', kinds: ['shortcoming'] },
  { title: 'Nhiệm vụ, giải pháp', kinds: ['clause', 'task'] },
];

/** The marked words of the minutes as a resolution to go on with; each keeps its mark, so that both ends are linked. */
export function bodyFromFindings({ agenda, conclusion }: Pick<Conference, 'agenda' | 'conclusion'>): Body {
  const found = [...agenda.flatMap((item) => [item.discussion, item.conclusion]), conclusion].flatMap(
    findingsIn,
  );
  const content = sections.flatMap(({ title, kinds }): Block[] => {
    const here = found.filter(({ kind, text }) => kinds.includes(kind) && text !== '');
    return here.length === 0 ? [] : [heading(title), ...here.map(clause)];
  });
  return content.length === 0 ? emptyBody : { type: 'doc', content };
}

function heading(text: string): Block {
  return { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text }] };
}

function clause({ id, kind, text }: MarkedText): Block {
  const sentence = text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
  return {
    type: 'paragraph',
    content: [{ type: 'text', text: sentence, marks: [{ type: 'finding', attrs: { id, kind } }] }],
  };
}
