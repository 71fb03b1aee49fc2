import { encodeBase64url } from './digest/index.ts';

export type { Clock } from './time/index.ts';

/** `count` random bytes from a cryptographic source. */
export type Random = (count: number) => Uint8Array<ArrayBuffer>;

/** A fresh identifier: a prefix and 128 random bits in base64url. */
export function newId(random: Random, prefix: string): string {
  return `${prefix}_${encodeBase64url(random(16))}`;
}

/** One step that people can follow: who sent what to whom, which requirements were checked, how it ended. */
export interface TraceEvent {
  readonly from: string;
  readonly to: string;
  readonly message: string;
  readonly signer?: string;
  readonly checks: readonly string[];
  readonly outcome: 'ok' | 'refused';
  readonly code?: string;
  readonly requirement?: string;
  readonly note?: string;
}

/** Receives trace events. It must not throw and must not keep anyone waiting. */
export type Trace = (event: TraceEvent) => void;
