import { decodeBase64url, digestOfJws } from '../digest/index.ts';
import type { AnchorClaims } from '../generated/types.ts';
import { type Hash, leafHash } from '../merkle/index.ts';
import { newId, type Random } from '../ports.ts';

/** In which capacity somebody submits an anchor: a role of the trust list, or an agent that its provider vouches for. */
export type SubmitterRole = 'AGENT' | 'IAC_ISSUER' | 'PSP' | 'MERCHANT';

/**
 * Who may anchor which event: those who were there. ACT lets each of them keep a record of its own of one event.
 *
 * @see OA-LOG-01
 */
export const SUBMITTERS: Readonly<Record<AnchorClaims['event_type'], readonly SubmitterRole[]>> = {
  'act:delegation:intent-created': ['AGENT', 'IAC_ISSUER'],
  'act:delegation:delegation-issued': ['IAC_ISSUER', 'AGENT'],
  'act:delegation:delegation-suspended': ['IAC_ISSUER', 'AGENT'],
  'act:delegation:delegation-resumed': ['IAC_ISSUER', 'AGENT'],
  'act:delegation:delegation-revoked': ['IAC_ISSUER', 'AGENT'],
  'act:delegation:delegation-expired': ['IAC_ISSUER', 'AGENT'],
  'act:commerce:decision-logged': ['AGENT'],
  'act:commerce:cart-confirmed': ['AGENT', 'MERCHANT'],
  'act:payment:transaction-completed': ['PSP', 'MERCHANT', 'AGENT'],
  'act:commerce:fulfillment-completed': ['MERCHANT', 'PSP', 'AGENT'],
};

/**
 * What the log holds for an anchor: the digest of its compact JWS. Public tiles show this and nothing else; whoever has
 * the anchor finds it there, and nobody can guess it, because the signature is part of what is hashed.
 *
 * @throws jws_malformed
 * @see OA-LOG-12, OA-PRV-07
 */
export async function logEntryOf(anchor: string): Promise<Uint8Array> {
  return decodeBase64url(await digestOfJws(anchor));
}

/** The leaf hash of an anchor. @throws jws_malformed */
export async function anchorLeaf(anchor: string): Promise<Hash> {
  return leafHash(await logEntryOf(anchor));
}

/** A name that nobody can guess, and that says nothing: what is anchored under it is shown to those who know it. */
export function newPrivacyChannel(random: Random): string {
  return newId(random, 'ch');
}
