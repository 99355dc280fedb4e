import { parseArgs } from 'node:util';
import { nfc } from '#shared/text/fold.ts';
import { type Arguments, type Command, UsageError } from './command.ts';

/** @throws UsageError for an option that the command does not know */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const names = ['data', ...command.options];
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    });
    return { words: positionals, options: values as Record<string, string | undefined> };
  } catch {
    throw new UsageError(nfc(command.usage));
  }
}
