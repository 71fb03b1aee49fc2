import type { Hono } from 'hono';
import { behindToken, createApp, type Logger, readJson } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { ClearingNettingBody } from '../../protocol/generated/types.ts';
import {
  validateClearingArrivalBody,
  validateClearingNettingBody,
  validateClearingSettlementBody,
  validateClearingSpanBody,
} from '../../protocol/generated/validators.js';
import { formatSum, parseSum } from '../../protocol/money/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import type { NettingKey, Psp, Reconciliation, StoredNetting } from '../psp/index.ts';
import openapi from './generated/openapi.json' with { type: 'json' };

export interface OperatorDeps {
  readonly token: string;
  readonly psp: Pick<Psp, 'recordArrival' | 'reconcile' | 'agreeNetting' | 'settleNetting' | 'nettings'>;
  readonly log: Logger;
}

/**
 * What the operator of a payment service does about its partners: compare the books, agree on what is owed, say that it
 * was paid, and write down what has come in. It listens apart from the server, on loopback, and asks for a token; what the
 * partner hears of it is signed by this service as ever.
 *
 * @see OA-ICN-23
 */
export function createOperatorApp({ token, psp, log }: OperatorDeps): Hono {
  const app = createApp({ name: 'operator', log, checks: [], openapi });
  behindToken(app, ['/clearing/*'], token);
  app.post('/clearing/arrivals', async (c) => {
    const { partner, evidence_ref, amount, currency } = await readJson(c, validateClearingArrivalBody);
    const money = parseSum(amount, currency);
    if (money.minor === 0n) throw new ActError('amount_form', { rule: 'zero' });
    await psp.recordArrival({ partner, evidenceRef: evidence_ref, money });
    return c.json({ partner, evidence_ref, amount: formatSum(money), currency });
  });
  app.post('/clearing/reconciliations', async (c) => {
    const { partner, from, until } = await readJson(c, validateClearingSpanBody);
    const span = { from: parseUtcSeconds(from), until: parseUtcSeconds(until) };
    return c.json(reconciliationView(await psp.reconcile({ partner, ...span })));
  });
  app.post('/clearing/nettings', async (c) => {
    const key = keyOf(await readJson(c, validateClearingNettingBody));
    return c.json(nettingView(await psp.agreeNetting(key)));
  });
  app.post('/clearing/nettings/settle', async (c) => {
    const { evidence_ref, ...netting } = await readJson(c, validateClearingSettlementBody);
    return c.json(nettingView(await psp.settleNetting(keyOf(netting), evidence_ref)));
  });
  app.get('/clearing/nettings', async (c) => {
    const partner = c.req.query('partner');
    if (partner === undefined) throw new ActError('schema_mismatch', { at: '/partner', rule: 'required' });
    return c.json({ nettings: (await psp.nettings(partner)).map(nettingView) });
  });
  return app;
}

function keyOf({ partner, from, until, currency }: ClearingNettingBody): NettingKey {
  return { partner, from: parseUtcSeconds(from), until: parseUtcSeconds(until), currency };
}

function nettingView({ state, record, digest }: StoredNetting) {
  return { state, digest, netting: record };
}

function reconciliationView({ nettings, mismatches }: Reconciliation) {
  return {
    nettings: nettings.map(({ currency, weOweMinor, theyOweMinor, trades }) => ({
      currency,
      we_owe: formatSum({ currency, minor: weOweMinor }),
      they_owe: formatSum({ currency, minor: theyOweMinor }),
      trades,
    })),
    mismatches: mismatches.map(({ payerPsp, tradeNo, refundId, rule }) => ({
      payer_psp: payerPsp,
      trade_no: tradeNo,
      ...(refundId === undefined ? {} : { refund_id: refundId }),
      rule,
    })),
  };
}
