import { type Block, type Body, emptyBody } from '../../text-model/body.ts';
import { type Issuer, regimeOf } from '../organisation/issuers.ts';
import type { Outline } from './types/row.ts';
import { type DocumentType, typeOf } from './types.ts';

/** The body to start from: usual sections to fill in, or articles; empty where there is no custom. */
export function defaultBody(issuer: Issuer, type: DocumentType): Body {
  const { outline, stateOutline } = typeOf(type);
  const used = (regimeOf(issuer) === 'state' && stateOutline) || outline;
  return used ? { type: 'doc', content: blocksOf(used) } : emptyBody;
}

function blocksOf(outline: Outline): Block[] {
  if ('articles' in outline) return outline.articles.map(article);
  if ('titledArticles' in outline) return outline.titledArticles.flatMap(titledArticle);
  return outline.sections.flatMap(section);
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
