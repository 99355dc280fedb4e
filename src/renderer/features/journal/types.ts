import type { z } from 'zod';
import type { rowChange } from '#shared/features/journal/contract.ts';

export type RowChange = z.infer<typeof rowChange>;
