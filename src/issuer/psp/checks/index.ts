import type { Check } from '../../../verifier/index.ts';
import { check as discountFunder } from './discount-funder.ts';
import type { PspFacts } from './facts.ts';
import { check as toolKey } from './tool-key.ts';

/** Judged after everything that every payment service judges, in this order. */
export const pspChecks: readonly Check<PspFacts>[] = [toolKey, discountFunder];
export type { PspFacts } from './facts.ts';
