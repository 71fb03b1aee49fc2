import type { MandateClaims } from '../../protocol/generated/types.ts';

/**
 * The platform's key management where it keeps a proof of each use of the mandate key: who asked for the signature, under
 * which policy. It is asked before a mandate is signed, and names the proof that the mandate is to carry.
 *
 * @see ADD-IAC-ISS-20
 */
export interface ControlProofs {
  /**
   * @param claims what is about to be signed, as it stands
   * @returns the reference (1 to 256 characters), or undefined where a mandate like this needs none
   * @throws whatever it likes, to refuse: then nothing is signed, and the next look asks again
   */
  referenceFor(claims: MandateClaims): Promise<string | undefined>;
}

/** Whoever keeps no such proofs. */
export const noControlProofs: ControlProofs = { referenceFor: async () => undefined };
