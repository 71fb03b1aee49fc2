import { HttpTarget } from './http/target.ts';
import type { Target } from './target.ts';
import { VerifierTarget } from './verifier/target.ts';

/** Signed messages before their judges, and requests before the servers. */
export function everyTarget(): Target[] {
  return [new VerifierTarget(0.6), new HttpTarget(0.4)];
}
