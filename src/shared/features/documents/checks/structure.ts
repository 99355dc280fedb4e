import type { Block } from '../../../text-model/body.ts';
import { placeIn, wordsOf } from './passages.ts';
import { type Found, type Rule, replaceBy } from './rule.ts';

type Heading = Extract<Block, { type: 'heading' }>;

/** A heading that is a sentence is a clause: it is its own text (domain 1.2, component 6). */
function isTitle(heading: Heading): boolean {
  const text = wordsOf(heading.content ?? []).trim();
  return text !== '' && (heading.attrs.level === 1 || !/[.;,:]$/u.test(text));
}

/** A heading with nothing below it before the next of its rank. */
export const emptyHeading: Rule = {
  severity: 'fault',
  find: ({ document }) => {
    const { content } = document.body;
    return content.flatMap((block, index): Found[] => {
      if (block.type !== 'heading' || !isTitle(block)) return [];
      const next = content.slice(index + 1).find((one) => !isEmpty(one));
      const level = next?.type === 'heading' ? next.attrs.level : null;
      const isFilled =
        next !== undefined && next.type !== 'appendix' && (level === null || level > block.attrs.level);
      // A clause without a full stop is a sentence all the same.
      const words = wordsOf(block.content ?? []);
      if (isFilled || (block.attrs.level > 1 && words.split(/\s+/u).length > 12)) return [];
      return [{ place: { field: 'body', index, part: 0, from: 0, to: words.length } }];
    });
  },
};

function isEmpty(block: Block): boolean {
  return block.type === 'paragraph' && wordsOf(block.content ?? []).trim() === '';
}

/** The layout counts headings itself: a number typed as well prints "1. 1. …". */
export const typedNumber: Rule = {
  severity: 'fault',
  find: ({ passages }) =>
    passages.flatMap((passage): Found[] => {
      if (passage.block !== 'heading') return [];
      const found =
        /^\s*(?:[IVXLC]+\s*[-–.)]|\d{1,2}(?:\.\d{1,2})*\s*[.)-]|\d{1,2}(?:\.\d{1,2})+|\p{Ll}\))\s*(?=\S)/u.exec(
          passage.text,
        );
      return found ? [{ place: placeIn(passage, 0, found[0].length), fix: replaceBy('') }] : [];
    }),
};

/** A column without a name. */
export const emptyHeaderCell: Rule = {
  severity: 'doubt',
  find: ({ document }) =>
    document.body.content.flatMap((block, index): Found[] => {
      if (block.type !== 'table') return [];
      let part = -1;
      return block.content.flatMap((row) => {
        const isHead = row.content.every(({ attrs }) => attrs.header);
        return row.content.flatMap((cell, column): Found[] => {
          const first = part + 1;
          part += cell.content.length;
          const isBlank = cell.content.every((one) => wordsOf(one.content ?? []).trim() === '');
          if (!isHead || !isBlank) return [];
          const place = { field: 'body' as const, index, part: first, from: 0, to: 0 };
          return [{ place, params: { column: column + 1 } }];
        });
      });
    }),
};
