import type { Program } from '#main/program.ts';
import type { CliHost } from './host.ts';

/** A command line that cannot be understood: exit 2. The message is for a technician, in Vietnamese. */
export class UsageError extends Error {}

/** For people: printed as it is, not as JSON. */
export class PlainText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Arguments = { words: string[]; options: Record<string, string | undefined> };

export type Command = {
  usage: string;
  /** How many words it takes; 0 when left out. */
  words?: number;
  options: readonly string[];
  /** Whether the store is opened first. */
  needsStore: boolean;
  /** Whether it makes one where there is none. Else a mistyped folder would be backed up, empty, night after night. */
  makesStore?: boolean;
  /** Whether the folder has to be named: filling or replacing the office's own store must not happen by default. */
  needsFolder?: boolean;
  run: (context: CommandContext) => Promise<unknown>;
};

export type CommandContext = Arguments & {
  program: Program;
  host: CliHost;
  readInput: () => Promise<string>;
};
