import type { Node } from '@tiptap/pm/model';
import type { Decoration } from '@tiptap/pm/view';
import type { NodeViewRenderer } from '@tiptap/react';

/** What is known of a chip beside what it holds: how it reads now, why it cannot be followed, whether it has moved. */
export type ChipState = { words: string | null; fault: string | null; isMoved: boolean };

const unknown: ChipState = { words: null, fault: null, isMoved: false };

/** Plain DOM, no component: hundreds of chips must not slow down a key. `draw` fills the element anew. */
export function chipView(draw: (dom: HTMLElement, node: Node, state: ChipState) => void): NodeViewRenderer {
  return ({ node, decorations }) => {
    const dom = document.createElement('span');
    draw(dom, node, stateOf(decorations));
    return {
      dom,
      ignoreMutation: () => true,
      update: (next, changed) => {
        if (next.type !== node.type) return false;
        draw(dom, next, stateOf(changed));
        return true;
      },
    };
  };
}

function stateOf(decorations: readonly { spec: Decoration['spec'] }[]): ChipState {
  for (const { spec } of decorations) if (isChipSpec(spec)) return spec;
  return unknown;
}

/** Decorations of others may lie over a chip. */
function isChipSpec(spec: Decoration['spec']): spec is ChipState {
  return spec.chip === true;
}

/** Sets the attribute, or takes it away. */
export function setData(dom: HTMLElement, name: string, value: string | null): void {
  if (value === null || value === '') delete dom.dataset[name];
  else dom.dataset[name] = value;
}
