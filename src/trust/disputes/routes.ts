import type { Hono } from 'hono';
import { channelOf, readJson } from '../../http/index.ts';
import { digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { DisputeBody } from '../../protocol/generated/types.ts';
import {
  validateDisputeEvidenceBody,
  validateDisputeRequestBody,
} from '../../protocol/generated/validators.js';
import { canonicalText, type JsonValue } from '../../protocol/json/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { DISPUTE_BUNDLE_MAX_BYTES } from '../../verifier/index.ts';
import { findAnchor } from '../log/tables.ts';
import { type DisputeParts, outcomeOf } from './outcome.ts';
import {
  countEvidence,
  type Dispute,
  disputeBody,
  fileDispute,
  findDispute,
  keepEvidence,
} from './tables.ts';

/** How long each side has to submit what it has kept. */
export const EVIDENCE_SECONDS = 7 * 86_400;

/**
 * Disputes over HTTP. Whoever names the privacy channel of a record of the trade took part in it, and nobody else sees
 * the dispute.
 *
 * @see TSD-ATT-DSP-01, TSD-ATT-DSP-04, TSD-ATT-DSP-06, OA-DSP-06
 */
export function addDisputeRoutes(app: Hono, parts: DisputeParts): void {
  const { store, clock, random } = parts;

  async function found(id: string, channel: string): Promise<Dispute> {
    const dispute = await findDispute(store.read, id, channel);
    if (dispute === undefined) throw new ActError('dispute_unknown');
    return dispute;
  }

  /** Counted last: nothing comes after a finding, and whatever came before it is one of the files that it rests on. */
  async function shown(dispute: Dispute): Promise<DisputeBody> {
    const outcome = await outcomeOf(parts, dispute);
    return disputeBody(dispute, await countEvidence(store.read, dispute.id), outcome);
  }

  app.post('/disputes', async (c) => {
    const channel = channelOf(c);
    const { type, record_id, description } = await readJson(c, validateDisputeRequestBody);
    const placed = await findAnchor(store.read, record_id, channel);
    if (placed === undefined) throw new ActError('anchor_not_found');
    const { intent_id, delegation_id, order_no, trade_no } = readMessage('anchor', placed.anchor).claims;
    const now = clock();
    const dispute = await store.transact((tx) =>
      fileDispute(tx, {
        ...{ id: newId(random, 'dsp'), type, channel, description },
        about: {
          ...{ record_id, intent_id },
          ...(delegation_id === undefined ? {} : { delegation_id }),
          ...(order_no === undefined ? {} : { order_no }),
          ...(trade_no === undefined ? {} : { trade_no }),
        },
        ...{ filedAt: now, evidenceUntil: now + EVIDENCE_SECONDS },
      }),
    );
    return c.json(await shown(dispute), 201);
  });

  app.post('/disputes/:dispute_id/evidence', async (c) => {
    const dispute = await found(c.req.param('dispute_id'), channelOf(c));
    const { bundle } = await readJson(c, validateDisputeEvidenceBody, DISPUTE_BUNDLE_MAX_BYTES);
    const now = clock();
    if (now >= dispute.evidenceUntil) {
      throw new ActError('dispute_closed', { evidence_until: dispute.evidenceUntil, now });
    }
    const { trade_no = bundle.trade_no } = dispute.about;
    if (bundle.trade_no !== trade_no) throw new ActError('dispute_other_trade', { trade_no });
    const content = bundle as unknown as JsonValue;
    const evidence = { digest: await digestOfObject(content), bundle: canonicalText(content), now };
    await store.transact((tx) => keepEvidence(tx, dispute.id, evidence));
    return c.json(await shown(dispute), 201);
  });

  app.get('/disputes/:dispute_id', async (c) => {
    return c.json(await shown(await found(c.req.param('dispute_id'), channelOf(c))));
  });
}
