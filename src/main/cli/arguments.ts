import { parseArgs } from 'node:util';
import { nfc } from '#shared/text/fold.ts';
import { type Arguments, type Command, UsageError } from './command.ts';

/**
 * What is not understood is never passed over: a path with a blank that was not quoted would put the backup elsewhere.
 * @throws UsageError for an option or a word that the command does not know, one given twice, one left empty
 */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const names = ['data', ...command.options];
  const misused = new UsageError(nfc(command.usage));
  const { values, positionals } = parse(names, argv, misused);
  const options = Object.entries(values).map(([name, given]) => [name, [given].flat().map(String)] as const);
  if (positionals.length > (command.words ?? 0) || positionals.includes('')) throw misused;
  if (options.some(([, given]) => given.length > 1 || given[0] === '')) throw misused;
  return { words: positionals, options: Object.fromEntries(options.map(([name, [given]]) => [name, given])) };
}

function parse(names: readonly string[], argv: readonly string[], misused: UsageError) {
  const option = { type: 'string', multiple: true } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(names.map((name) => [name, option])),
    });
  } catch {
    throw misused;
  }
}
