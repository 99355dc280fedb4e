/** The tasks that run at the moment, by the name that their callers gave them. */
export type RunningTasks = {
  begin: (job: string) => AbortController;
  end: (job: string) => void;
  /** Whether there was one to cancel; it ends when it next shows how far it is. */
  cancel: (job: string) => boolean;
  cancelAll: () => void;
};

export function createRunningTasks(): RunningTasks {
  const running = new Map<string, AbortController>();
  return {
    begin: (job) => {
      const controller = new AbortController();
      running.set(job, controller);
      return controller;
    },
    end: (job) => running.delete(job),
    cancel: (job) => {
      running.get(job)?.abort();
      return running.has(job);
    },
    cancelAll: () => {
      for (const controller of running.values()) controller.abort();
    },
  };
}
