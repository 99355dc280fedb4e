import { fold } from '../../text/fold.ts';

/**
 * Whether what is typed means that person: initials ("dvr", "đvr"), the beginnings of some of the words in their order
 * ("van re"), or any part of the name, all without marks and case.
 */
export function isMeant(fullName: string, typed: string): boolean {
  const wanted = fold(typed).trim();
  if (wanted === '') return true;
  const name = fold(fullName);
  if (name.includes(wanted)) return true;
  const words = name.split(/\s+/u);
  if (
    words
      .map((word) => word.charAt(0))
      .join('')
      .includes(wanted)
  )
    return true;
  let from = 0;
  return wanted.split(/\s+/u).every((part) => {
    const at = words.findIndex((word, index) => index >= from && word.startsWith(part));
    from = at + 1;
    return at >= 0;
  });
}
