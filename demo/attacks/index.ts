import { changedQuote } from './changed-quote.ts';
import { forgedReceipt } from './forged-receipt.ts';
import type { Attack } from './kit.ts';
import { otherResource } from './other-resource.ts';
import { outsideTheList } from './outside-the-list.ts';
import { overTheCap } from './over-the-cap.ts';
import { replayedProof } from './replayed-proof.ts';
import { replayedRequest } from './replayed-request.ts';
import { revokedMandate } from './revoked-mandate.ts';
import { stolenProof } from './stolen-proof.ts';

/** In the order in which they are shown; the revocation ends the mandate of the tickets. */
export const ATTACKS: readonly Attack[] = [
  replayedRequest,
  changedQuote,
  overTheCap,
  outsideTheList,
  revokedMandate,
  forgedReceipt,
  replayedProof,
  otherResource,
  stolenProof,
];
