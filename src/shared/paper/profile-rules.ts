import type { LayoutProfile } from './profile.ts';

/** Two values of a layout that do not go together: the field to show it under, and `error.RULE.<reason>`. */
export type LayoutFault = { path: string; reason: string; params: Record<string, string | number> };

/** Narrower or lower than this no page of an office can be read. */
const leastTextMm = { width: 100, height: 150 };

type Check = { path: string; fails: boolean; reason: string; params?: LayoutFault['params'] };

/** What the schema cannot see, since it looks at each value by itself. */
export function layoutFaults(profile: LayoutProfile): LayoutFault[] {
  const { page, pageNumber, sheetNumber, head, titles, table, closing } = profile;
  const width = page.widthMm - page.leftMm - page.rightMm;
  const height = page.heightMm - page.topMm - page.bottomMm;
  const headWidth = head.leftMinMm + head.gapMm + head.rightMinMm;
  const closingWidth = closing.leftMm + closing.rightMm;
  const within = { room: width };
  const checks: Check[] = [
    {
      path: 'validTo',
      fails: profile.validTo !== null && profile.validTo < profile.validFrom,
      reason: 'layoutEndsEarly',
    },
    {
      path: 'page.rightMm',
      fails: width < leastTextMm.width,
      reason: 'layoutTooNarrow',
      params: { room: width, least: leastTextMm.width },
    },
    {
      path: 'page.bottomMm',
      fails: height < leastTextMm.height,
      reason: 'layoutTooLow',
      params: { room: height, least: leastTextMm.height },
    },
    { path: 'pageNumber.fromTopMm', fails: pageNumber.fromTopMm >= page.topMm, reason: 'layoutPageNumber' },
    {
      path: 'sheetNumber.fromBottomMm',
      fails: sheetNumber.fromBottomMm + sheetNumber.heightMm > page.bottomMm,
      reason: 'layoutSheetNumber',
    },
    {
      path: 'head.rightMinMm',
      fails: headWidth > width,
      reason: 'layoutHeadTooWide',
      params: { sum: headWidth, ...within },
    },
    { path: 'titles.maxWidthMm', fails: titles.maxWidthMm > width, reason: 'layoutTooWide', params: within },
    {
      path: 'closing.rightMm',
      fails: closingWidth > width,
      reason: 'layoutClosingTooWide',
      params: { sum: closingWidth, ...within },
    },
    {
      path: 'table.flexMinMm',
      fails: table.flexMinMm + table.fixedMaxMm > width,
      reason: 'layoutColumnsTooWide',
      params: within,
    },
    {
      path: 'table.sizesPt',
      fails: table.sizesPt.some((size, i) => i > 0 && size >= (table.sizesPt[i - 1] ?? 0)),
      reason: 'layoutSizesOrder',
    },
  ];
  return [
    ...checks
      .filter(({ fails }) => fails)
      .map(({ path, reason, params = {} }) => ({ path, reason, params: shown(params) })),
    ...tightLines(profile, ''),
  ];
}

/** Lines that stand closer than their letters are high would be printed over each other. */
function tightLines(part: unknown, path: string): LayoutFault[] {
  if (typeof part !== 'object' || part === null) return [];
  const pitchPt = 'pitchPt' in part ? Number(part.pitchPt) : null;
  const sizePt = 'sizePt' in part ? Number(part.sizePt) : null;
  const below = Object.entries(part).flatMap(([key, value]) =>
    tightLines(value, path ? `${path}.${key}` : key),
  );
  if (pitchPt === null || sizePt === null || pitchPt >= sizePt) return below;
  const params = shown({ pitch: pitchPt, size: sizePt });
  return [{ path: `${path}.pitchPt`, reason: 'layoutPitch', params }, ...below];
}

function shown(params: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, String(value).replace('.', ',')]),
  );
}
