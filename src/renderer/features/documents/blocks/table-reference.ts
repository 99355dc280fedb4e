import { z } from 'zod';

/** Which indicators of which year a live table holds; read from texts of any version and from the clipboard. */
export const tableReference = z.object({
  period: z.string().catch(''),
  indicatorIds: z.array(z.string()).catch([]),
  caption: z.string().catch(''),
  /** The figures as they were looked at last; null for a table of before this was kept. */
  seen: z.string().nullable().catch(null),
});
export type TableReference = z.infer<typeof tableReference>;
