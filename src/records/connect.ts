import { createHttpClient, StartError } from '../http/index.ts';
import type { RecordSigner } from '../protocol/attestation/index.ts';
import type { Clock } from '../protocol/ports.ts';
import { createAnchorSink } from './anchor-sink.ts';
import type { AnchorSink } from './deliver.ts';

/** A server's way into the log, with a client of its own that goes nowhere else. */
export interface LogConnection {
  readonly anchors: AnchorSink;
  close(): Promise<void>;
}

/**
 * OPENACT_LOG_URL: where anchors are submitted. Without it a server leaves its events in the outbox, unsigned, until it
 * is started with one.
 *
 * @throws StartError
 */
export function readLogUrl(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { OPENACT_LOG_URL: url } = env;
  if (url === undefined || url === '') return undefined;
  if (!URL.canParse(url)) throw new StartError('OPENACT_LOG_URL is not an address.');
  return url.replace(/\/$/, '');
}

export function connectLog(logUrl: string, clock: Clock, signers: readonly RecordSigner[]): LogConnection {
  const { origin } = new URL(logUrl);
  const http = createHttpClient((asked) => asked === origin);
  return { anchors: createAnchorSink({ logUrl, http, clock, signers }), close: () => http.close() };
}
