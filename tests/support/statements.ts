import Sqlite from 'better-sqlite3';

/** A statement that was run, where and with what. */
export type Asked = { on: Sqlite.Database; sql: string; given: unknown[] };

export type Listening = {
  /** What the work asked, on every connection. */
  during: (work: () => Promise<unknown>) => Promise<Asked[]>;
  stop: () => void;
};

/**
 * Hears the statements of this process. To be begun before the program: what a connection prepared earlier is not heard.
 */
export function listenToStatements(): Listening {
  let heard: Asked[] | null = null;
  const { prepare } = Sqlite.prototype;
  Sqlite.prototype.prepare = new Proxy(prepare, {
    apply: (target, on: Sqlite.Database, [sql]: [string]) => {
      const statement: Sqlite.Statement<unknown[]> = Reflect.apply(target, on, [sql]);
      const listenedTo = <F extends (...given: unknown[]) => unknown>(run: F) =>
        new Proxy(run, {
          apply: (runs, itself, given: unknown[]) => {
            heard?.push({ on, sql, given });
            return Reflect.apply(runs, itself, given);
          },
        });
      return Object.assign(statement, {
        all: listenedTo(statement.all),
        get: listenedTo(statement.get),
        run: listenedTo(statement.run),
        iterate: listenedTo(statement.iterate),
      });
    },
  });
  return {
    during: async (work) => {
      const own: Asked[] = [];
      heard = own;
      await work().finally(() => {
        heard = null;
      });
      return own;
    },
    stop: () => {
      Sqlite.prototype.prepare = prepare;
    },
  };
}

/** The steps of SQLite's plan: "SEARCH … USING INDEX …" reads what is wanted, "SCAN …" reads everything. */
export function planOf({ on, sql, given }: Asked): string[] {
  const steps = on.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...given);
  return steps.map(({ detail }) => detail);
}
