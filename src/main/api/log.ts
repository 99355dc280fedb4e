/** For the technician: whole errors under an id that the message to the clerk names. No record texts. */
export type Log = { error: (id: string, error: unknown) => void };
