import type { Check } from '../../../verifier/index.ts';
import { check as discountFunder } from './discount-funder.ts';
import type { PspFacts } from './facts.ts';
import { check as promotion } from './promotion.ts';
import { check as settledDirectly } from './settled-directly.ts';
import { check as toolKey } from './tool-key.ts';

/** Judged after everything that every payment service judges, in this order. */
export const pspChecks: readonly Check<PspFacts>[] = [toolKey, discountFunder, promotion, settledDirectly];
export { type PspFacts, pspFacts } from './facts.ts';
