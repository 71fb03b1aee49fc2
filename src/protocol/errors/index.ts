import { a402Codes } from './a402-codes.ts';
import { commerceCodes } from './commerce-codes.ts';
import { creditCodes } from './credit-codes.ts';
import { disputeCodes } from './dispute-codes.ts';
import { floorCodes } from './floor-codes.ts';
import { interconnectCodes } from './interconnect-codes.ts';
import { logCodes } from './log-codes.ts';
import { mandateCodes } from './mandate-codes.ts';
import { paymentCodes } from './payment-codes.ts';
import { recordCodes } from './record-codes.ts';
import { subAccountCodes } from './sub-account-codes.ts';
import { systemCodes } from './system-codes.ts';
import type { CodeEntry } from './table.ts';
import { trustCodes } from './trust-codes.ts';

/** Every stable code of OpenACT, in one table. A code never changes its meaning. */
export const codes = {
  ...floorCodes,
  ...trustCodes,
  ...mandateCodes,
  ...commerceCodes,
  ...paymentCodes,
  ...subAccountCodes,
  ...interconnectCodes,
  ...a402Codes,
  ...recordCodes,
  ...logCodes,
  ...disputeCodes,
  ...creditCodes,
  ...systemCodes,
} as const;

export type Code = keyof typeof codes;

/** What was seen, for the reader of the refusal: names and figures, never tokens, keys or personal data. */
export type Evidence = Readonly<Record<string, string | number | boolean>>;

/** A refusal with a stable code. `requirement` is the clause that was broken. */
export class ActError extends Error {
  readonly code: Code;
  readonly requirement: string;
  readonly evidence: Evidence;

  constructor(code: Code, evidence: Evidence = {}, requirement: string = codes[code].requirement) {
    super(`${code}: ${codes[code].title}`);
    this.name = 'ActError';
    this.code = code;
    this.requirement = requirement;
    this.evidence = evidence;
  }
}

export function codeEntry(code: Code): CodeEntry {
  return codes[code];
}

export type { CodeEntry, Retryability } from './table.ts';
