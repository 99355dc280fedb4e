import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** What a small file beside the store says; null when there is none, or it says something else. */
export function readNote<T>(file: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}
