export type GroupCommit<Request, Answer> = {
  readonly add: (request: Request) => Promise<Answer>;
  /** Resolves when nothing waits and nothing runs. */
  readonly idle: () => Promise<void>;
};

/** Requests that arrive while a commit runs wait and share the next one, in their order. */
export function groupCommit<Request, Answer>(
  commit: (batch: readonly Request[]) => Promise<readonly Answer[]>,
): GroupCommit<Request, Answer> {
  type Waiting = {
    readonly request: Request;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (failure: unknown) => void;
  };
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function work() {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const answers = await commit(batch.map((it) => it.request));
        for (const [place, answer] of answers.entries()) batch[place]?.resolve(answer);
      } catch (failure) {
        for (const it of batch) it.reject(failure);
      }
    }
    running = null;
  }

  return {
    add: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        // Not called at once: `work` must not have ended before `running` is set.
        running ??= Promise.resolve().then(work);
      }),
    idle: () => running ?? Promise.resolve(),
  };
}
