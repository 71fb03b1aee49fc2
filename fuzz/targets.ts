import type { Target } from './target.ts';
import { VerifierTarget } from './verifier/target.ts';

export function everyTarget(): Target[] {
  return [new VerifierTarget(1)];
}
