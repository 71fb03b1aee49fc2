/** A dispute over a payment, from the evidence to the compensation. */
import type { DisputeRequestBody } from '../../src/protocol/generated/types.ts';
import type { Named } from './step.ts';

/** All the evidence of a kept `pay`, collected from the servers that have it: now, since a status list is of its time. */
export interface EvidenceStep extends Named {
  readonly do: 'evidence';
  readonly of: string;
  readonly under?: string;
  readonly intent?: Readonly<Record<string, unknown>>;
  /** What somebody leaves out: records of these events. */
  readonly without?: readonly string[];
  /** The anchors are left out. */
  readonly unanchored?: true;
  /** What somebody changes in the file afterwards. */
  readonly change?: Readonly<Record<string, unknown>>;
}

/** Files a dispute by a record that is in kept evidence. */
export interface DisputeStep extends Named {
  readonly do: 'dispute';
  readonly of: string;
  /** By the record of this event; of the payment, where it is left out. */
  readonly by?: string;
  readonly type?: DisputeRequestBody['type'];
  /** Not the record's own. */
  readonly channel?: string;
  readonly record?: string;
}

/** One side hands in kept evidence. */
export interface SubmitStep extends Named {
  readonly do: 'submit';
  /** A kept dispute. */
  readonly to: string;
  readonly evidence: string;
}

/** Reads a kept dispute: after the time for evidence with what was found, signed. */
export interface FindingStep extends Named {
  readonly do: 'finding';
  readonly of: string;
  /** Asks for a dispute that nobody filed. */
  readonly unknown?: true;
}

/** The payment service is shown a kept finding, and evidence. */
export interface CompensateStep extends Named {
  readonly do: 'compensate';
  readonly on: string;
  readonly evidence: string;
  /** The trade of other kept evidence or of a kept `pay`. */
  readonly trade?: string;
}
