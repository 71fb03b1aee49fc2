import { StartError } from './listen.ts';

const NOTICE_MAX_SECONDS = 300;

/**
 * OPENACT_NOTICE_SECONDS: how long a server that was told to end still takes work while it says that it is not ready
 * (default 0). Set it to what a load balancer needs to notice.
 *
 * @throws StartError
 * @see OA-OPS-23
 */
export function readNotice(env: Readonly<Record<string, string | undefined>>): number {
  const text = env.OPENACT_NOTICE_SECONDS ?? '0';
  if (!/^[0-9]{1,3}$/.test(text) || Number(text) > NOTICE_MAX_SECONDS) {
    throw new StartError(`OPENACT_NOTICE_SECONDS is not a number from 0 to ${NOTICE_MAX_SECONDS}: ${text}`);
  }
  return Number(text) * 1_000;
}
