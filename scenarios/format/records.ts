/** Records of what happened, and the log of their anchors. */
import type { Forgery } from './forgery.ts';
import type { Named } from './step.ts';

/** Every delivery of a shop, back to what the user wanted: how many there are, how many chains hold, the last one in words. */
export interface RecordsStep extends Named {
  readonly do: 'records';
  readonly at: string;
  /** Asks only whether anything waits to be recorded or anchored. */
  readonly waiting?: true;
}

/** An anchor of the payment service, or of the agent, over a record that nobody else knows. */
export interface AnchorStep extends Named {
  readonly do: 'anchor';
  readonly by?: 'psp' | 'agent';
  readonly forge?: Forgery;
  /** Of an agent: its provider's statement comes along. */
  readonly statement?: true;
}

/** Somebody recomputes the whole log from what it shows, from a kept audit on, and looks at one channel. */
export interface AuditStep extends Named {
  readonly do: 'audit';
  readonly from?: string;
  readonly channel?: string;
}

/** Verifies one record; one of the bank, where none is named. */
export interface VerifyStep extends Named {
  readonly do: 'verify';
  readonly record?: string;
}

/**
 * Somebody who has no more than a browser has, recomputes the payload hash of the bank's first record; in a process of its own.
 */
export interface RecomputeStep extends Named {
  readonly do: 'recompute';
  /** What the record says that it was hashed with. */
  readonly algorithm: 'SHA-256' | 'SM3';
}

/** The bank's records are backed up and brought back, or what somebody made of them meanwhile. */
export interface RestoreStep extends Named {
  readonly do: 'restore';
  readonly spoilt?: 'damage' | 'rewritten';
}

/** The server of the log of anchors. */
export interface LogStep extends Named {
  readonly do: 'log';
  readonly is: 'down' | 'up';
}
