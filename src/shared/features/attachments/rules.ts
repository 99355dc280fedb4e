/** Larger files belong on a disk beside the store, not into every backup of it. */
export const largestBytes = 50 * 1_048_576;
/** At one go: what is chosen becomes one step that can be undone. */
export const mostFiles = 50;

/** Characters of a name with its extension. */
export const longestName = 120;
/** Linux counts bytes, and a Vietnamese letter has up to three. */
const longestNameBytes = 240;

/**
 * The name of a file as a label that every system takes: NFC, one line, without what separates folders, hides the real
 * extension or means a device. Its extension stays when it has to be cut.
 */
export function cleanFileName(raw: string): string {
  const clean = raw
    .toWellFormed()
    .replace(/\s/gu, ' ')
    // Control characters, and marks that turn or hide letters ("gpj.exe" read from the right).
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .normalize('NFC')
    .replace(/[\\/:*?"<>|]/gu, '-')
    .replace(/ +/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const named = clean === '' ? 'tệp đính kèm' : clean;
  return cutName(isDevice(named) ? `_${named}` : named);
}

/** ".pdf" in lower case, or nothing: what stands behind the last dot, when it looks like an extension. */
export function extensionOf(name: string): string {
  return /.(\.[^.\s]{1,16})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The name without its extension: what the clerk renames. */
export function stemOf(name: string): string {
  return name.slice(0, name.length - extensionOf(name).length);
}

/** "Biên bản ký" for "scan001.pdf" → "Biên bản ký.pdf", whether the extension was typed or not. */
export function renamed(name: string, typed: string): string {
  const extension = extensionOf(name);
  const clean = cleanFileName(typed);
  return cleanFileName(extensionOf(clean) === extension ? clean : `${clean}${extension}`);
}

/** Windows takes these for devices, whatever extension follows. */
function isDevice(name: string): boolean {
  return /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/iu.test(name);
}

function cutName(name: string): string {
  const extension = extensionOf(name);
  let stem = [...stemOf(name)];
  const fits = () => {
    const whole = `${stem.join('')}${extension}`;
    return whole.length <= longestName && utf8Length(whole) <= longestNameBytes;
  };
  if (fits()) return name;
  while (!fits()) stem = stem.slice(0, -1);
  return `${stem.join('').replace(/[. ]+$/u, '')}${extension}`;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

/** What the system's own viewer only shows and never runs, with the extension under which it is handed over. */
const viewed: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/tiff': '.tif',
};

/** The extension of the copy to be viewed; null for what can only be saved to a file. */
export function viewExtension(mediaType: string): string | null {
  return viewed[mediaType] ?? null;
}

/** Extensions that Windows runs, installs or follows on a double click. */
const running = new Set(
  (
    '.appinstaller .application .appref-ms .appx .appxbundle .bat .chm .cmd .com .cpl .desktop .diagcab .dll .exe ' +
    '.gadget .hta .iso .img .inf .ins .jar .jnlp .js .jse .lnk .mht .mhtml .msc .msi .msix .msixbundle .msp .mst ' +
    '.pif .ps1 .psm1 .py .pyw .rdp .reg .scf .scr .sct .search-ms .settingcontent-ms .sh .sys .url .vb .vbe .vbs ' +
    '.vhd .vhdx .website .ws .wsc .wsf .wsh .xll'
  ).split(' '),
);

/** A program, a script or a shortcut, by its name; the content is looked at as well. */
export function runsByName(name: string): boolean {
  return running.has(extensionOf(cleanFileName(name)));
}
