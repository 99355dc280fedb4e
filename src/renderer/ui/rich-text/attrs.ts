import type { z } from 'zod';

/**
 * The attributes of a node of ours as another text, or the clipboard, carries them; false, as the editor wants it, for what
 * is none of ours.
 */
export function readAttrs<T>(schema: z.ZodType<T>, json: string | undefined): T | false {
  try {
    return schema.safeParse(JSON.parse(json ?? '')).data ?? false;
  } catch {
    return false;
  }
}
