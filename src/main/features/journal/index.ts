// Loaded when it is asked for: a start waits for no paper.
export const historyToPrint: typeof import('./history-paper.ts').historyToPrint = async (...all) =>
  (await import('./history-paper.ts')).historyToPrint(...all);
