import type { LayoutProfile } from '../../paper/profile.ts';
import { fold } from '../../text/fold.ts';
import { type Issuer, type IssuerLines, regimeOf } from '../organisation/issuers.ts';
import type { Position } from '../organisation/schema.ts';

/** In whose name one signs: the collective's, one's own, for the head, by order of others, or as the acting head. */
export const signingWays = ['onBehalf', 'direct', 'deputy', 'byOrder', 'acting'] as const;
export type SigningWay = (typeof signingWays)[number];

/** What stands above the name. `authority` may have two lines. */
export type Signature = { way: SigningWay; authority: string; title: string };

/** What somebody is within the body that issues; the office signs for the committee by order. */
type Rank = 'head' | 'deputy' | 'actingHead' | 'member' | 'officeHead' | 'officeDeputy';
type Ranked = Signature & { rank: Rank };

type Signing = {
  issuer: Issuer;
  /** The lines of the body on the date of the document. */
  lines: Pick<IssuerLines, 'authority' | 'signerTitle'>;
  /** The abbreviations of the layout of that date: "T/M", "KT.". */
  words: LayoutProfile['authority'];
};

const officeHead = 'CHÁNH VĂN PHÒNG';

/** All signatures that the rules know for a body, the head's first (domain 1.3, 2.4). */
function rankedSignatures({ issuer, lines, words }: Signing): Ranked[] {
  const { authority, signerTitle: head } = lines;
  if (head === '') return [{ rank: 'member', way: 'onBehalf', authority, title: '' }];
  const isCollective = authority !== '';
  const way = isCollective ? 'onBehalf' : 'direct';
  const own: Ranked[] = [
    { rank: 'head', way, authority, title: head },
    deputySignature({ issuer, lines, words }),
    { rank: 'actingHead', way: 'acting', authority, title: `${words.acting} ${head}` },
  ];
  return [...own, ...besides({ issuer, lines, words })];
}

/** A committee of the Party is a collective: its deputy signs for it, never for the secretary (domain 1.3). */
function deputySignature({ issuer, lines, words }: Signing): Ranked {
  const { authority, signerTitle: head } = lines;
  const title = `PHÓ ${head}`;
  if (authority !== '' && regimeOf(issuer) === 'party')
    return { rank: 'deputy', way: 'onBehalf', authority, title };
  const forHead = `${words.deputy} ${head}`;
  return {
    rank: 'deputy',
    way: 'deputy',
    authority: authority === '' ? forHead : `${authority}\n${forHead}`,
    title,
  };
}

function besides({ issuer, lines, words }: Signing): Ranked[] {
  const { authority } = lines;
  // An ordinary member has no title on paper (component 7b).
  const member: Ranked = { rank: 'member', way: 'onBehalf', authority, title: '' };
  switch (issuer) {
    case 'committee':
    case 'standing':
      return [member, ...byOrderOf(`${words.byOrder} BAN THƯỜNG VỤ`, words)];
    case 'government':
      return byOrderOf(`${words.byOrder} ${lines.signerTitle}`, words);
    case 'congress':
    case 'inspection':
    case 'cell':
    case 'council':
    case 'office':
      return [];
  }
}

function byOrderOf(authority: string, words: Signing['words']): Ranked[] {
  return [
    { rank: 'officeHead', way: 'byOrder', authority, title: officeHead },
    {
      rank: 'officeDeputy',
      way: 'byOrder',
      authority: `${authority}\n${words.deputy} ${officeHead}`,
      title: `PHÓ ${officeHead}`,
    },
  ];
}

/** The signatures to choose from. */
export function signaturesOf(signing: Signing): Signature[] {
  return rankedSignatures(signing).map(plain);
}

/** How somebody in that position signs; without one that the rules know, as the head does. */
export function signatureOf(signing: Signing, position: Pick<Position, 'role' | 'title'> | null): Signature {
  const ranked = rankedSignatures(signing);
  const rank = position ? rankOf(signing.issuer, position) : 'head';
  const [first] = ranked;
  const found = ranked.find((one) => one.rank === rank) ?? first;
  if (!found) throw new Error(`no signature for ${signing.issuer}`);
  return plain(found);
}

/** Whether the position is that of the head, who signs unless somebody else is chosen. */
export function isHead(issuer: Issuer, position: Pick<Position, 'role' | 'title'>): boolean {
  return rankOf(issuer === 'congress' ? 'committee' : issuer, position) === 'head';
}

function plain({ way, authority, title }: Ranked): Signature {
  return { way, authority, title };
}

/** The office by which the head of a body is known in a printed title, folded; "phó" before it makes the deputy. */
const headTitles: Partial<Record<Issuer, string>> = {
  office: 'chanh van phong',
  inspection: 'chu nhiem',
  cell: 'bi thu chi bo',
  council: 'chu tich (?:hdnd|hoi dong nhan dan)',
  government: 'chu tich (?:ubnd|uy ban nhan dan)',
};

function rankOf(issuer: Issuer, { role, title }: Pick<Position, 'role' | 'title'>): Rank {
  const words = fold(title);
  if (issuer === 'committee' || issuer === 'standing') {
    if (role === 'secretary') return 'head';
    if (role === 'deputy') return 'deputy';
  }
  const own = headTitles[issuer];
  const inBody = own && heldOffice(own, words);
  if (inBody) return inBody;
  const inOffice = heldOffice(headTitles.office ?? '', words);
  if (inOffice) return inOffice === 'head' ? 'officeHead' : 'officeDeputy';
  return 'member';
}

function heldOffice(name: string, words: string): 'head' | 'deputy' | null {
  const found = new RegExp(`(?:^|[,;] ?)(pho )?${name}`, 'u').exec(words);
  return found && (found[1] ? 'deputy' : 'head');
}
