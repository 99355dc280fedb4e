/** A key combination as written in code ("ctrl+shift+k", "f2", "?") taken apart. */
export type Combination = { key: string; ctrl: boolean; alt: boolean; shift: boolean };

/** The part of a KeyboardEvent that decides. */
export type KeyPress = {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
};

const longNames: Record<string, string> = {
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  esc: 'escape',
  space: ' ',
  del: 'delete',
};

export function parseKeys(keys: string): Combination {
  const parts = keys.toLowerCase().split('+');
  const key = parts.at(-1) || '+';
  return {
    key: longNames[key] ?? key,
    ctrl: parts.includes('ctrl'),
    alt: parts.includes('alt'),
    shift: parts.includes('shift'),
  };
}

// On most keyboards "?" needs Shift: for a sign, Shift says nothing.
function isSign(key: string): boolean {
  return key.length === 1 && key.toLowerCase() === key.toUpperCase() && key !== ' ';
}

/** Whether the press is that combination; ⌘ counts as Ctrl. */
export function matches(combination: Combination, press: KeyPress): boolean {
  return (
    press.key.toLowerCase() === combination.key &&
    (press.ctrlKey || press.metaKey) === combination.ctrl &&
    press.altKey === combination.alt &&
    (isSign(combination.key) || press.shiftKey === combination.shift)
  );
}

const shownNames: Record<string, string> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
  enter: 'Enter',
  delete: 'Del',
  home: 'Home',
  ' ': 'Space',
};

/** As on the caps of the keys: "Ctrl+Shift+K", "Alt+↓". */
export function showKeys(keys: string): string {
  const { key, ctrl, alt, shift } = parseKeys(keys);
  const cap = shownNames[key] ?? key.toUpperCase();
  return [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', cap].filter(Boolean).join('+');
}

/** A bare letter or sign belongs to the text field that has the focus, a combination or F-key does not. */
export function isBareKey({ key, ctrl, alt }: Combination): boolean {
  return key.length === 1 && !ctrl && !alt;
}
