import type { LayoutProfile } from '#shared/paper/profile.ts';
import type { TextMetrics } from './text-metrics.ts';
import { ptPerMm } from './units.ts';

/** What every part of a paper is set with. */
export type Setting = { profile: LayoutProfile; metrics: TextMetrics };

export function textWidthPt({ page }: LayoutProfile): number {
  return (page.widthMm - page.leftMm - page.rightMm) * ptPerMm;
}

/** The same sheet turned: its margins stay on their sides. */
export function turned(setting: Setting): Setting {
  const { page } = setting.profile;
  return {
    ...setting,
    profile: { ...setting.profile, page: { ...page, widthMm: page.heightMm, heightMm: page.widthMm } },
  };
}
