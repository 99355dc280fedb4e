import { extname, resolve } from 'node:path';
import type { Program } from '#main/program.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import { attachmentRoles, type OwnerKind } from '#shared/features/attachments/schema.ts';
import type { ConferencePaper } from '#shared/features/conferences/papers.ts';
import { documentStatuses } from '#shared/features/documents/records.ts';
import { distinctDays } from '#shared/features/documents/register.ts';
import { documentTypes } from '#shared/features/documents/types.ts';
import { termOn } from '#shared/features/organisation/rules.ts';
import type { PrintSource } from '#shared/features/print/contract.ts';
import { hitKinds, type SnippetPart } from '#shared/features/search/contract.ts';
import { isoDate } from '#shared/fields.ts';
import { translate } from '#shared/i18n/translate.ts';
import { type Command, UsageError } from './command.ts';
import { historyCommand } from './history-command.ts';

const listUsage =
  'list conferences|documents|terms|indicators|attachments [--type TYPE] [--term ID|ORDINAL|YYYY-MM-DD] [--status STATUS] [--id OWNER]';
const searchUsage = 'search WORDS [--kind KIND] [--limit 1–200]';
const exportUsage = 'export register --term ID|ORDINAL|YYYY-MM-DD [--year YYYY] --out FILE';
const printUsage =
  'print --id ID [--form minutes|programme|invitation|sign-in-sheet|counting-record|file] --format pdf|docx --out FILE';

/** The papers of a conference by the names of the command line; the whole file is another method. */
const forms: Record<string, ConferencePaper['kind']> = {
  minutes: 'minutes',
  programme: 'programme',
  invitation: 'invitation',
  'sign-in-sheet': 'signInSheet',
  'counting-record': 'countingRecord',
};

/** What is listed, put on paper and checked: the records of the store. */
export const recordCommands: Record<string, Command> = {
  list: {
    usage: listUsage,
    words: 1,
    options: ['id', 'type', 'term', 'status'],
    needsStore: true,
    makesStore: true,
    run: async ({ words, options, program }) => {
      const [what] = words;
      const { id, ...filter } = options;
      if (what !== 'documents' && (filter.type ?? filter.term ?? filter.status))
        throw new UsageError(listUsage);
      if (what !== 'attachments' && id) throw new UsageError(listUsage);
      switch (what) {
        case 'conferences':
          return program.call.conferences.list({});
        case 'documents':
          return program.call.documents.list({
            type: known(documentTypes, filter.type),
            termId: filter.term && (await termOf(program, filter.term)),
            status: known(documentStatuses, filter.status),
          });
        case 'terms':
          return (await program.call.organisation.get({})).terms;
        case 'indicators':
          return program.call.indicators.list({});
        case 'attachments':
          if (!id) throw new UsageError('list attachments --id OWNER');
          return program.call.attachments.list(await ownerOf(program, id));
        default:
          throw new UsageError(listUsage);
      }
    },
  },

  search: {
    usage: searchUsage,
    words: Number.POSITIVE_INFINITY,
    options: ['kind', 'limit'],
    needsStore: true,
    run: async ({ words, options, program }) => {
      const kind = hitKinds.find((one) => one === options.kind);
      const limit = Number(options.limit ?? 50);
      if (words.length === 0 || (options.kind !== undefined && !kind)) throw new UsageError(searchUsage);
      if (!Number.isInteger(limit) || limit < 1 || limit > 200) throw new UsageError(searchUsage);
      const kinds = kind ? { kinds: [kind] } : {};
      const { hits } = await program.call.search.find({ text: words.join(' '), limit, ...kinds });
      return hits.map(({ title, snippet, ...hit }) => ({
        ...hit,
        title: plain(title),
        snippet: plain(snippet),
      }));
    },
  },

  export: {
    usage: exportUsage,
    words: 1,
    options: ['term', 'year', 'out'],
    needsStore: true,
    run: async ({ words, options, program, host }) => {
      const { term, year = null, out = '' } = options;
      const format = extname(out).toLowerCase();
      if (words[0] !== 'register' || !term || !['.pdf', '.xlsx'].includes(format))
        throw new UsageError(exportUsage);
      if (year !== null && !/^\d{4}$/u.test(year)) throw new UsageError(exportUsage);
      const part = { termId: await termOf(program, term), year };
      // Whoever asked for the wrong term or year would file a book without lines.
      if ((await program.call.documents.register(part)).rows.length === 0) throw ruleError('registerEmpty');
      const file = resolve(out);
      host.pdfTarget = file;
      host.saveTarget = file;
      if (format === '.xlsx')
        return { file, rows: (await program.call.documents.exportRegister(part))?.rows };
      const printed = await program.call.print.exportPdf({ source: { kind: 'register', ...part } });
      return { file, pages: printed?.pages };
    },
  },

  attach: {
    usage: 'attach --id OWNER --role paper|scan|photo|other FILE',
    words: 1,
    options: ['id', 'role'],
    needsStore: true,
    run: async ({ words, options, program, host }) => {
      const [file] = words;
      const role = attachmentRoles.find((known) => known === options.role);
      if (!file || !options.id || !role)
        throw new UsageError('attach --id OWNER --role paper|scan|photo|other FILE');
      const owner = await ownerOf(program, options.id);
      host.files = [resolve(file)];
      const tokens = (await program.call.attachments.choose({})).map(({ token }) => token);
      const { ids } = await program.call.attachments.attach({ ...owner, role, tokens });
      return (await program.call.attachments.list(owner)).find(({ id }) => id === ids[0]);
    },
  },

  print: {
    usage: printUsage,
    options: ['id', 'form', 'format', 'out'],
    needsStore: true,
    run: async ({ options, program, host }) => {
      const { id, form, format = 'pdf', out } = options;
      if (!id || !out || !['pdf', 'docx'].includes(format)) throw new UsageError(printUsage);
      if (format === 'docx') {
        // The file may hold PDFs and pictures that were added: no text to go on with.
        if (form === 'file') throw new UsageError(printUsage);
        host.wordTarget = resolve(out);
        await program.call.print.exportWord({ source: await sourceOf(program, id, form) });
        return { file: host.wordTarget };
      }
      host.pdfTarget = resolve(out);
      const printed =
        form === 'file'
          ? await program.call.print.exportConferenceFile({ id })
          : await program.call.print.exportPdf({ source: await sourceOf(program, id, form) });
      return { file: host.pdfTarget, pages: printed?.pages };
    },
  },

  history: historyCommand,

  'check-document': {
    usage: 'check-document --id ID',
    options: ['id'],
    needsStore: true,
    run: async ({ options, program }) => {
      const { id } = options;
      if (!id) throw new UsageError('check-document --id ID');
      return (await program.call.documents.check({ id })).map((finding) => ({
        ...finding,
        message: translate('vi', `documents.check.${finding.rule}`, finding.params),
      }));
    },
  },
};

function plain(parts: readonly SnippetPart[]): string {
  return parts.map(({ text }) => text).join('');
}

/** Without a form: a document when the id is one, else the minutes. */
async function sourceOf(program: Program, id: string, form: string | undefined): Promise<PrintSource> {
  if (form !== undefined) {
    const kind = Object.hasOwn(forms, form) ? forms[form] : undefined;
    if (!kind) throw new UsageError(printUsage);
    return { kind, id };
  }
  const documents = await program.call.documents.list({});
  return { kind: documents.some((document) => document.id === id) ? 'document' : 'minutes', id };
}

/** A word of the command line that has to be one of these. @throws UsageError */
function known<T extends string>(words: readonly T[], given: string | undefined): T | undefined {
  const found = words.find((word) => word === given?.normalize('NFC'));
  if (given !== undefined && found === undefined) throw new UsageError(listUsage);
  return found;
}

/** A term by its id or its ordinal ("13"). @throws AppError NOT_FOUND */
/**
 * The term with that id or of that khóa, or that a day lies in.
 * @throws AppError NOT_FOUND; RULE termAmbiguous for a khóa of several terms
 */
async function termOf(program: Program, term: string): Promise<string> {
  const organisation = await program.call.organisation.get({});
  const ofOrdinal = organisation.terms.filter(({ ordinal }) => String(ordinal) === term);
  if (ofOrdinal.length > 1)
    throw ruleError('termAmbiguous', {
      ordinal: term,
      terms: ofOrdinal.map((one) => distinctDays(ofOrdinal, one)).join('; '),
      day: ofOrdinal[0]?.startsOn ?? '',
    });
  const found =
    ofOrdinal[0] ??
    organisation.terms.find(({ id }) => id === term) ??
    (isoDate.safeParse(term).success ? termOn(organisation, term) : undefined);
  if (!found) throw new AppError('NOT_FOUND');
  return found.id;
}

/** What the id belongs to. @throws AppError NOT_FOUND */
async function ownerOf(program: Program, id: string): Promise<{ ownerKind: OwnerKind; ownerId: string }> {
  const documents = await program.call.documents.list({});
  if (documents.some((document) => document.id === id)) return { ownerKind: 'document', ownerId: id };
  const conferences = await program.call.conferences.list({});
  if (conferences.some((conference) => conference.id === id)) return { ownerKind: 'conference', ownerId: id };
  throw new AppError('NOT_FOUND');
}
