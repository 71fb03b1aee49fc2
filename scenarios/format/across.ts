/** Between two payment services. */
import type { Forgery } from './forgery.ts';
import type { Named } from './step.ts';

/**
 * What a payment service with a real key can say to another one, without having taken anything from anybody: an
 * instruction for a fresh order, honest but for what is said here.
 */
export interface InstructStep extends Named {
  readonly do: 'instruct';
  readonly to: string;
  readonly at: string;
  readonly items: Readonly<Record<string, number>>;
  /** Members of the instruction, and what is wrong with the command. */
  readonly instruction?: Readonly<Record<string, unknown>>;
  readonly command?: Forgery;
  /** What somebody changes after it was signed. */
  readonly onTheWay?: Readonly<Record<string, unknown>>;
}

/** The till of a shop scans a payer code and hands in its offer for it, at the bank that keeps its account. */
export interface ScanStep extends Named {
  readonly do: 'scan';
  readonly at: string;
  readonly items: Readonly<Record<string, number>>;
  /** 18 digits, or a kept code. */
  readonly code: string;
  readonly quote?: Forgery;
}

/**
 * The operator of the bank, about what the two banks owe each other: both sign it for a span, or the bank has paid it by
 * a transfer. A step may also be nothing but the transfer's arrival at the other bank.
 */
export interface NetStep extends Named {
  readonly do: 'net';
  readonly with: string;
  /** The span: so many seconds, which ended a minute ago. */
  readonly seconds?: number;
  readonly agrees?: true;
  readonly paidBy?: string;
  readonly arrives?: string;
}
