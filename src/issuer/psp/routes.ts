import { Hono } from 'hono';
import { commandOf, readJson } from '../../http/index.ts';
import {
  validateCommandBody,
  validateCompensationBody,
  validateInstantPaymentBody,
  validateInterconnectNettingBody,
  validateInterconnectPaymentBody,
  validateInterconnectRefundBody,
  validatePayerCodeScanBody,
  validatePaymentBody,
} from '../../protocol/generated/validators.js';
import { DISPUTE_BUNDLE_MAX_BYTES } from '../../verifier/index.ts';
import type { Psp } from './psp.ts';

/** The payment service over HTTP. Errors are left to the app that these routes are mounted in. */
export function pspRoutes(psp: Psp): Hono {
  const routes = new Hono();
  addPayments(routes, psp);
  addClearing(routes, psp);
  addPayerCodes(routes, psp);
  routes.get('/accounts/:account_id', async (c) =>
    c.json(await psp.readAccount(c.req.param('account_id'), commandOf(c))),
  );
  return routes;
}

/** A payment at every level, and what comes after it. */
function addPayments(routes: Hono, psp: Psp): void {
  routes.post('/payments', async (c) => c.json(await psp.pay(await readJson(c, validatePaymentBody))));
  routes.post('/instant-payments', async (c) => {
    const answer = await psp.instant.open(await readJson(c, validateInstantPaymentBody));
    return c.json(answer, answer.status === 'WAIT_BUYER_PAY' ? 202 : 200);
  });
  routes.get('/instant-payments/:payment_id', async (c) =>
    c.json(await psp.instant.read(c.req.param('payment_id'), commandOf(c))),
  );
  routes.post('/payments/query', async (c) => {
    const { command } = await readJson(c, validateCommandBody);
    return c.json(await psp.query(command));
  });
  routes.post('/payments/validate', async (c) => {
    const { command } = await readJson(c, validateCommandBody);
    return c.json(await psp.validate(command));
  });
  routes.post('/payments/:trade_no/fulfilment', async (c) => {
    const { command } = await readJson(c, validateCommandBody);
    return c.json(await psp.confirmFulfilment(c.req.param('trade_no'), command));
  });
  routes.post('/payments/:trade_no/receipt', async (c) => {
    const { command } = await readJson(c, validateCommandBody);
    return c.json(await psp.confirmReceipt(c.req.param('trade_no'), command));
  });
  routes.post('/payments/:trade_no/refunds', async (c) => {
    const { command } = await readJson(c, validateCommandBody);
    return c.json(await psp.refund(c.req.param('trade_no'), command));
  });
  routes.get('/payments/:trade_no/records', async (c) =>
    c.json(await psp.records(c.req.param('trade_no'), commandOf(c))),
  );
  routes.post('/payments/:trade_no/compensation', async (c) => {
    const body = await readJson(c, validateCompensationBody, DISPUTE_BUNDLE_MAX_BYTES);
    return c.json(await psp.compensateFinding(c.req.param('trade_no'), body));
  });
}

/** What another payment service asks for, and what it may know beforehand. */
function addClearing(routes: Hono, psp: Psp): void {
  routes.get('/interconnection', (c) => c.json(psp.terms()));
  routes.post('/interconnect/payments', async (c) =>
    c.json(await psp.acceptInstruction(await readJson(c, validateInterconnectPaymentBody))),
  );
  routes.post('/interconnect/payments/query', async (c) => {
    const { command } = await readJson(c, validateCommandBody);
    return c.json(await psp.answerPartner(command));
  });
  routes.post('/interconnect/statements', async (c) => {
    const { command } = await readJson(c, validateCommandBody);
    return c.json(await psp.giveStatement(command));
  });
  routes.post('/interconnect/refunds', async (c) =>
    c.json(await psp.takeRefund(await readJson(c, validateInterconnectRefundBody))),
  );
  routes.post('/interconnect/nettings', async (c) =>
    c.json(await psp.acceptNetting(await readJson(c, validateInterconnectNettingBody))),
  );
  routes.post('/interconnect/nettings/settle', async (c) =>
    c.json(await psp.acceptSettlement(await readJson(c, validateInterconnectNettingBody))),
  );
  routes.post('/interconnect/payer-codes', async (c) =>
    c.json(await psp.payerCodes.takePartnersScan(await readJson(c, validatePayerCodeScanBody))),
  );
}

function addPayerCodes(routes: Hono, { payerCodes }: Psp): void {
  routes.post('/payer-codes', async (c) => {
    const { command } = await readJson(c, validateCommandBody);
    return c.json(await payerCodes.give(command), 201);
  });
  routes.get('/payer-codes/:payer_code', async (c) =>
    c.json(await payerCodes.read(c.req.param('payer_code'), commandOf(c))),
  );
  routes.post('/payer-codes/:payer_code/scans', async (c) => {
    const body = await readJson(c, validatePayerCodeScanBody);
    return c.json(await payerCodes.scan(c.req.param('payer_code'), body));
  });
}
