import { basename } from 'node:path';
import type { TaskContext } from '#main/api/context.ts';
import { writeWhole } from '#main/db/whole-file.ts';
import type { RegisterQuery } from '#shared/features/documents/register.ts';
import { roman } from '#shared/text/ordinals.ts';
import { termRegister } from './register.ts';

/** Asks where to, and writes the register as a spreadsheet; null when called off. */
export async function exportRegister(
  ctx: TaskContext,
  wanted: RegisterQuery,
): Promise<{ fileName: string; rows: number } | null> {
  const register = await termRegister(ctx.store().db, wanted);
  const { termOrdinal, termDays } = register;
  const part = [`khóa ${roman(termOrdinal)}`, termDays?.replaceAll('/', '-'), wanted.year]
    .filter(Boolean)
    .join(' ');
  const target = await ctx.services.host.chooseSaveTarget(`Sổ văn bản đi ${part}.xlsx`);
  if (target === null) return null;
  ctx.progress('write', 0, 0);
  // Only who writes a spreadsheet needs its library.
  const { registerSheet } = await import('./sheet.ts');
  await writeWhole(target, await registerSheet(register, wanted));
  return { fileName: basename(target), rows: register.rows.length };
}
