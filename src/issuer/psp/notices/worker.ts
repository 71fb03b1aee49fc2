/** A loop beside the business that tells what is due. */
export interface NoticeWorker {
  /** Takes up nothing new and waits for what is running. */
  close(): Promise<void>;
}

const POLL_MILLISECONDS = 500;
/** After a round that told somebody, others get a turn first. */
const PAUSE_MILLISECONDS = 20;

/**
 * Runs `tell` until it is closed, one round at a time.
 *
 * @param tell answers how many were told
 * @param failed is called with what a round has thrown; the next one is tried all the same
 */
export function startNotices(tell: () => Promise<number>, failed: (error: unknown) => void): NoticeWorker {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isClosed = false;

  async function round(): Promise<number> {
    try {
      return (await tell()) > 0 ? PAUSE_MILLISECONDS : POLL_MILLISECONDS;
    } catch (error) {
      failed(error);
      return POLL_MILLISECONDS;
    }
  }

  function run(): void {
    running = round().then((milliseconds) => {
      running = undefined;
      if (!isClosed) timer = setTimeout(run, milliseconds);
    });
  }

  run();
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
