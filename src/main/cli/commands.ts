import { resolve } from 'node:path';
import { z } from 'zod';
import { unwrap } from '#main/api/client.ts';
import { allMethods } from '#shared/contract.ts';
import type { Method } from '#shared/define.ts';
import { AppError } from '#shared/errors.ts';
import { id } from '#shared/fields.ts';
import { type Command, UsageError } from './command.ts';
import { recordCommands } from './record-commands.ts';

/** The contract of the command line: documented in docs/cli.md. What `run` returns is printed as JSON. */
export const commands: Record<string, Command> = {
  methods: {
    usage: 'methods',
    options: [],
    needsStore: false,
    run: async () =>
      [...allMethods()].map(([name, method]) => ({
        method: name,
        kind: method.kind,
        final: method.final,
        allow: method.allow,
        input: inputSchema(method),
        output: jsonSchema(method.output, 'output'),
      })),
  },

  api: {
    usage: 'api METHOD JSON|-',
    words: 2,
    options: [],
    needsStore: true,
    makesStore: true,
    run: async ({ words, program, readInput }) => {
      const [method, json] = words;
      if (!method || !json) throw new UsageError('api METHOD JSON|-');
      return unwrap(program.dispatcher.invoke(method, parseJson(json === '-' ? await readInput() : json)));
    },
  },

  ...recordCommands,

  backup: {
    usage: 'backup --to DIR',
    options: ['to'],
    needsStore: true,
    run: async ({ options, program, host }) => {
      if (!options.to) throw new UsageError('backup --to DIR');
      host.folder = resolve(options.to);
      const backup = await program.call.backup.create({});
      return (
        backup && {
          file: resolve(host.folder, backup.fileName),
          bytes: backup.bytes,
          sha256: backup.sha256,
          ...backup.manifest,
        }
      );
    },
  },

  verify: {
    usage: 'verify FILE',
    words: 1,
    options: [],
    needsStore: false,
    run: async ({ words, program }) => {
      if (!words[0]) throw new UsageError('verify FILE');
      const file = resolve(words[0]);
      const { checker, schemaVersion } = program.services;
      const found = await checker.inspect({ file, newestVersion: schemaVersion });
      return { file, bytes: found.bytes, sha256: found.sha256, ...found.manifest };
    },
  },

  restore: {
    usage: 'restore FILE --data DIR [--other-office NAME]',
    words: 1,
    options: ['other-office'],
    needsStore: false,
    needsFolder: true,
    run: async ({ words, options, program, host }) => {
      if (!words[0]) throw new UsageError('restore FILE --data DIR [--other-office NAME]');
      host.backupFile = resolve(words[0]);
      const inspected = await program.call.backup.inspect({});
      if (!inspected) throw new AppError('FILE_UNREADABLE');
      const { manifest, keptAs } = await program.call.backup.restore({
        token: inspected.token,
        otherOffice: options['other-office'],
      });
      return { folder: program.services.session.folder, keptAs, ...manifest };
    },
  },

  check: {
    usage: 'check',
    options: [],
    needsStore: true,
    run: async ({ program }) => {
      const report = await program.call.journal.verify({});
      if (report.faults.length > 0)
        throw new AppError('STORE_DAMAGED', { reason: 'faults', params: { count: report.faults.length } });
      return report;
    },
  },

  demo: {
    usage: 'demo --data DIR',
    options: [],
    needsStore: true,
    makesStore: true,
    needsFolder: true,
    run: async ({ program }) => {
      await program.call.app.loadDemo({});
      const conferences = await program.call.conferences.list({});
      const documents = await program.call.documents.list({});
      return {
        folder: program.services.session.folder,
        conferences: conferences.length,
        documents: documents.length,
      };
    },
  },
};

/** What saves also takes what it is based on: the door reads that, not the method. */
function inputSchema({ input, saves }: Method) {
  const schema = jsonSchema(input, 'input');
  if (saves.length === 0) return schema;
  return { ...schema, properties: { ...schema.properties, basedOn: jsonSchema(id, 'input') } };
}

/** What is used several times (the text of a document) is written once, under `$defs`. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output') {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'ref' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('VALIDATION', { reason: 'json' });
  }
}
