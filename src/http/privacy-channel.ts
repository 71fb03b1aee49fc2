import type { Context } from 'hono';
import { ActError } from '../protocol/errors/index.ts';

export const CHANNEL_HEADER = 'ACT-Privacy-Channel';

const CHANNEL = /^[A-Za-z0-9_-]{22,64}$/;

/**
 * The privacy channel that a caller names. It is not part of the address: addresses are written into logs.
 *
 * @throws ActError privacy_channel_missing
 * @see OA-LOG-06
 */
export function channelOf(c: Context): string {
  const channel = c.req.header(CHANNEL_HEADER);
  if (channel === undefined || !CHANNEL.test(channel)) throw new ActError('privacy_channel_missing');
  return channel;
}
