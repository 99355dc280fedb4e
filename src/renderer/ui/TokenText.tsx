// biome-ignore-all lint/suspicious/noArrayIndexKey: the words of a comparison have no other name, and are drawn once
import { speakerWords } from '#shared/text-model/body.ts';
import type { Token } from '#shared/text-model/compare/schema.ts';

/** Words of a text with their look, chips as they read. */
export function TokenText({ content }: { content: readonly Token[] }) {
  return content.map((token, i) => (
    <Sign key={`${i} ${token.type}`} token={token} isLast={i === content.length - 1} />
  ));
}

function Sign({ token, isLast }: { token: Token; isLast: boolean }) {
  switch (token.type) {
    case 'text': {
      const isBold = token.marks?.some(({ type }) => type === 'bold');
      const isItalic = token.marks?.some(({ type }) => type === 'italic');
      const text = isItalic ? <i>{token.text}</i> : token.text;
      return isBold ? <b>{text}</b> : text;
    }
    case 'hardBreak':
      return <br />;
    case 'speaker':
      return speakerWords(token);
    case 'clauseRef':
      return token.attrs.label;
    case 'liveText':
      return token.attrs.seen;
    case 'end':
      return isLast ? null : <br />;
  }
}
