/** Work beside the business, one round at a time. */
export interface Rounds {
  /** Looks at once instead of when it is time; while a round runs, right after it. */
  wake(): void;
  /** Begins nothing new and waits for what is running. */
  close(): Promise<void>;
}

/**
 * Runs rounds until they are closed, the first one at once.
 *
 * @param round does what is due and answers after how many milliseconds the next one is; it tells of its faults itself
 *   and never throws: nobody waits for it
 */
export function startRounds(round: () => Promise<number>): Rounds {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isClosed = false;
  let isWoken = false;

  function run(): void {
    clearTimeout(timer);
    if (isClosed) return;
    if (running !== undefined) {
      isWoken = true;
      return;
    }
    isWoken = false;
    running = round().then((milliseconds) => {
      running = undefined;
      if (isClosed) return;
      if (isWoken) run();
      else timer = setTimeout(run, milliseconds);
    });
  }

  run();
  return {
    wake: run,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
