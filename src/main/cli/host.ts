import type { Host } from '#main/api/services.ts';
import { AppError } from '#shared/errors.ts';
import { type TextSize, usualTextSize } from '#shared/features/app/text-size.ts';

/** What a person would choose in a dialog comes from the command line here. */
export type CliHost = Host & {
  folder: string | null;
  backupFile: string | null;
  pdfTarget: string | null;
  wordTarget: string | null;
  files: readonly string[] | null;
  saveTarget: string | null;
};

export function createCliHost(): CliHost {
  let textSize: TextSize = usualTextSize;
  const host: CliHost = {
    folder: null,
    backupFile: null,
    pdfTarget: null,
    wordTarget: null,
    files: null,
    saveTarget: null,
    chooseFolder: async () => host.folder,
    chooseBackupFile: async () => host.backupFile,
    choosePdfTarget: async () => host.pdfTarget,
    chooseWordTarget: async () => host.wordTarget,
    chooseFiles: async () => host.files,
    chooseSaveTarget: async () => host.saveTarget,
    openFile: async () => {
      throw new AppError('FORBIDDEN', { reason: 'noViewer' });
    },
    printPages: async () => {
      throw new AppError('FORBIDDEN', { reason: 'noPrinter' });
    },
    textSize: {
      get: () => textSize,
      set: (size) => {
        textSize = size;
      },
    },
  };
  return host;
}
