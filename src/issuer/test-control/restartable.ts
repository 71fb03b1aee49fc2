import type { Listening } from '../../http/index.ts';

/** A server that can be taken down and started anew while its process runs. */
export interface Restartable {
  readonly url: string;
  close(): Promise<void>;
  restart(noticeMilliseconds: number): Promise<void>;
}

export async function restartable(start: () => Promise<Listening>): Promise<Restartable> {
  let server = await start();
  return {
    url: server.url,
    close: () => server.close(),
    async restart(noticeMilliseconds) {
      await server.close(noticeMilliseconds);
      server = await start();
    },
  };
}
