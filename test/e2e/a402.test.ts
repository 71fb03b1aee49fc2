/** Payment on access, whole: sub-account, BOUNDED mandate, three headers, and what must not work. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { proofHeader } from '../../src/agent/a402/present.ts';
import { signCommand } from '../../src/agent/calls.ts';
import { createBuyingFetch, requestSubAccount } from '../../src/agent/index.ts';
import { createRateLimit } from '../../src/http/index.ts';
import { bindTool } from '../../src/issuer/testing/instant.ts';
import {
  answer,
  command,
  inbox,
  issue,
  lifecycle,
  post,
  readMandate,
} from '../../src/issuer/testing/world.ts';
import { useHolderProof } from '../../src/merchant/a402/holder-proofs.ts';
import {
  bodyDigestOf,
  decodePaymentNeeded,
  decodePaymentValidation,
  encodeA402,
  fingerprintOf,
} from '../../src/protocol/a402/index.ts';
import { thinSigner } from '../../src/protocol/a402/thin-signer.ts';
import { digestOfJws } from '../../src/protocol/digest/index.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import { readMessage, signMessage } from '../../src/protocol/messages/index.ts';
import { IDS, keyActor } from '../../src/verifier/testing/actors.ts';
import { type A402World, BANK, createA402World, SHOP, SUB } from './a402-world.ts';

const TREND = `${SHOP}/market/trend?page=1`;
const OTHER = `${SHOP}/market/secret`;

let world: A402World;
beforeEach(async () => {
  world = await createA402World();
});
afterEach(() => world.close());

async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    return error instanceof ActError ? error.code : String(error);
  }
}

function ask(url: string, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(world.shop.request(url, { headers }));
}

interface Paid {
  readonly url: string;
  readonly tradeNo: string;
  readonly sellerReceipt: string;
}

/** Pays for a request and keeps the proof, as a buyer does whose second request got lost. */
async function payOnly(url: string): Promise<Paid> {
  const { shop } = world.network;
  world.network.shop = (request) => {
    if ('Payment-Proof' in request.headers) throw new ActError('peer_unreachable');
    return shop(request);
  };
  expect(await outcome(world.buy(url))).toBe('peer_unreachable');
  world.network.shop = shop;
  const row = await world.agentStore.read.get(
    "SELECT * FROM agent_a402_purchases WHERE state = 'PAID' ORDER BY created_at DESC, out_trade_no LIMIT 1",
  );
  return { url, tradeNo: String(row?.trade_no), sellerReceipt: String(row?.seller_receipt) };
}

async function askedOf(url: string) {
  const body_digest = await bodyDigestOf(new Uint8Array());
  const asked = { method: 'GET', uri: url, body_digest };
  return { ...asked, resource_id: await fingerprintOf(asked) };
}

async function proofFor(paid: Paid, url = paid.url, agent = world.agent): Promise<string> {
  return proofHeader(agent, await askedOf(url), paid);
}

async function present(
  url: string,
  proof: string,
): Promise<{ status: number; code: string; response: Response }> {
  const response = await ask(url, { 'Payment-Proof': proof, 'Act-Agent': IDS.agent });
  const code = response.headers.get('X-Act-Code') ?? 'ok';
  return { status: response.status, code, response };
}

describe('OA-OPS-02 an agent that shows proofs too often', () => {
  test('is told 429, not 402: its proof stays good, and it pays once', async () => {
    await world.close();
    let isFull = false as boolean;
    const full = createRateLimit({ perSecond: 1, burst: 1 }, () => 0);
    world = await createA402World({ take: (caller) => (isFull ? full.take(caller) : undefined) });
    const paid = await payOnly(TREND);
    isFull = true;
    full.take(IDS.agent);
    const refused = await present(TREND, await proofFor(paid));
    expect([refused.status, refused.code]).toEqual([429, 'request_rate_exceeded']);
    expect(refused.response.headers.get('Retry-After')).toBe('1');
    expect(refused.response.headers.get('Payment-Needed')).toBeNull();
    expect(await outcome(world.buy(TREND))).toBe('peer_answer_invalid');
    // What nobody has proved is not counted, and is a 402 as ever.
    const stranger = { ...world.agent, ...(await keyActor()) };
    expect((await present(TREND, await proofFor(paid, TREND, stranger))).status).toBe(402);
    isFull = false;
    expect(await (await world.buy(TREND)).json()).toEqual({ trend: 'up', run: 1 });
    expect(await world.balance(`sub:${SUB}`)).toBe(199n);
  });
});

describe('a seller that says when to come again', () => {
  const answering = (status: number, seconds: string, times: number) => {
    const waits: number[] = [];
    const shop = world.network.shop;
    let left = times;
    const shown: string[] = [];
    const buy = createBuyingFetch(
      {
        ...world.agent,
        config: { ...world.agent.config, max_attempts: 3 },
        sleep: async (milliseconds) => void waits.push(milliseconds),
      },
      { mandate: world.mandate, paymentToolRef: SUB, subAccountSigner: world.key.signer },
      async (request) => {
        const proof = request.headers['Payment-Proof'];
        if (proof !== undefined) shown.push(proof);
        if (proof === undefined || left-- <= 0) return shop(request);
        return { status, headers: new Headers({ 'Retry-After': seconds }), body: new Uint8Array() };
      },
    );
    return { buy, waits, shown };
  };

  test.each([429, 503])('in a %d is shown the proof when it has said, and paid once', async (status) => {
    const { buy, waits, shown } = answering(status, '2', 2);
    expect((await buy(TREND)).status).toBe(200);
    expect(waits).toEqual([2_000, 2_000]);
    expect(new Set(shown).size).toBe(3);
    expect(await world.balance(`sub:${SUB}`)).toBe(199n);
  });

  test('and not soon, is not asked on and on: the proof stays good for the next call', async () => {
    const { buy, waits, shown } = answering(503, '60', 1);
    expect(await outcome(buy(TREND))).toBe('peer_answer_invalid');
    expect([waits, shown.length]).toEqual([[], 1]);
    expect((await buy(TREND)).status).toBe(200);
    expect(await world.balance(`sub:${SUB}`)).toBe(199n);
  });

  test('that names no time is asked as often as is set', async () => {
    const { buy, waits } = answering(503, 'Wed, 21 Oct 2015 07:28:00 GMT', 1);
    expect((await buy(TREND)).status).toBe(200);
    expect(waits).toEqual([world.agent.config.poll_milliseconds]);
  });
});

// OA-REC-10
describe('OA-REC-10 what the seller has recorded of an order on access', () => {
  const recordsOf = async (
    target: string,
    sender: Parameters<typeof signCommand>[0] = world.agent,
    path = target,
  ) => {
    const signed = await signCommand(sender, { aud: IDS.merchant, action: 'order.read', target });
    const answered = await ask(`${SHOP}/orders/${path}/records`, { authorization: `ACT-Command ${signed}` });
    const { records, code } = (await answered.json()) as { records?: unknown[]; code?: string };
    return records ?? code;
  };

  test('is shown to whoever paid it, and to nobody else', async () => {
    expect((await world.buy(TREND)).status).toBe(200);
    const row = await world.shopStore.read.get('SELECT out_trade_no FROM a402_orders');
    const number = String(row?.out_trade_no);
    expect(await recordsOf(number)).toEqual([]);
    const stranger = { ...world.agent, ...(await keyActor()) };
    expect(await recordsOf(number, stranger)).toBe('command_signature_invalid');
    expect(await recordsOf('ord_another', world.agent, number)).toBe('command_target_mismatch');
    expect(await recordsOf('ord_another')).toBe('order_unknown');
    expect((await ask(`${SHOP}/orders/${number}/records`)).status).not.toBe(200);
    expect(await recordsOf(number)).toEqual([]);
  });

  test('of a bill that nobody has paid there is nothing to be shown', async () => {
    const needed = (await ask(TREND, { 'Act-Agent': IDS.agent })).headers.get('Payment-Needed') ?? '';
    const { out_trade_no } = decodePaymentNeeded(needed).protocol;
    expect(out_trade_no).toMatch(/^ord_/);
    expect(await recordsOf(String(out_trade_no))).toBe('order_unknown');
  });
});

describe('a purchase on access (PSD-PAY-A402, PSD-PAY-AUP)', () => {
  test('asks, pays from the sub-account alone (PSD-PAY-AUP-05), delivers (PSD-PAY-A402-11) and confirms (PSD-PAY-A402-13)', async () => {
    const response = await world.buy(TREND);
    expect([response.status, await response.json()]).toEqual([200, { trend: 'up', run: 1 }]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const validation = decodePaymentValidation(response.headers.get('Payment-Validation') ?? '');
    expect(validation.protocol.status).toBe('PAYMENT_VALIDATED');
    expect(validation.method).toEqual({ state: 'WAIT_SELLER_FULFILLMENT', stored: false });
    expect(await world.balance(`sub:${SUB}`)).toBe(199n);
    expect(await world.balance('acct-user')).toBe(9_800n);
    expect(await world.balance('acct-rail')).toBe(1n);
    world.seller.start();
    await expect
      .poll(async () => (await world.issuer.store.read.get('SELECT state FROM payments'))?.state)
      .toBe('WAIT_BUYER_RECEIPT');
  });

  test('a delivery whose answer is lost is had again under its name, unpaid (OA-A402-14)', async () => {
    const once = { purchaseId: 'trend-of-today' };
    expect((await world.buy(TREND, once)).status).toBe(200);
    const agentDied = createBuyingFetch(
      world.agent,
      { mandate: world.mandate, paymentToolRef: SUB, subAccountSigner: world.key.signer },
      (request) => world.network.shop(request),
    );
    expect(await (await agentDied(TREND, once)).json()).toEqual({ trend: 'up', run: 1 });
    expect(await outcome(world.buy(OTHER, once))).toBe('request_id_reused');
    expect([world.handler.runs, await world.balance(`sub:${SUB}`)]).toEqual([1, 199n]);
    expect(await (await world.buy(TREND, { purchaseId: 'another' })).json()).toEqual({ trend: 'up', run: 2 });
    expect(await (await world.buy(TREND)).json()).toEqual({ trend: 'up', run: 3 });
    expect(await world.balance(`sub:${SUB}`)).toBe(197n);
  });

  test('a second payment of what was delivered goes back, once (OA-ORD-23)', async () => {
    const first = await payOnly(TREND);
    const { claims } = readMessage('receipt', first.sellerReceipt);
    // The payment service of this test is honest and takes no order twice: another one would not know.
    const signer = await thinSigner(world.issuer.actors.psp.signer);
    const tradeNo = 'trd_of-another-payment';
    const again = { ...claims, jti: 'rcp_of-another-payment', trade_no: tradeNo };
    const second = { ...first, tradeNo, sellerReceipt: await signMessage('receipt', again, signer) };
    expect((await present(TREND, await proofFor(first))).status).toBe(200);
    for (const time of [1, 2]) {
      const { code } = await present(TREND, await proofFor(second));
      expect([time, code]).toEqual([time, 'order_already_released']);
    }
    expect((await present(TREND, await proofFor(first))).status).toBe(200);
    const back = "SELECT trade_no, params FROM merchant_outbox WHERE action = 'payment.refund'";
    const rows = await world.shopStore.read.all(back);
    expect(rows.map(({ trade_no }) => trade_no)).toEqual([tradeNo]);
    expect(JSON.parse(String(rows[0]?.params))).toMatchObject({ amount: '0.01', currency: 'CNY' });
    expect(world.handler.runs).toBe(1);
  });

  test('two calls under one name at once pay once (OA-A402-14)', async () => {
    const both = await Promise.allSettled([1, 2].map(() => world.buy(TREND, { purchaseId: 'twice' })));
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect([world.handler.runs, await world.balance(`sub:${SUB}`)]).toEqual([1, 199n]);
  });

  test('the bill is in the header (PSD-PAY-A402-03), under two kilobytes (OA-A402-13), for this request (OA-A402-02)', async () => {
    const response = await ask(TREND, { 'Act-Agent': IDS.agent });
    expect(response.status).toBe(402);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const header = response.headers.get('Payment-Needed') ?? '';
    expect(header.length).toBeLessThanOrEqual(2_048);
    const { protocol } = decodePaymentNeeded(header);
    expect(protocol).toMatchObject({ amount: '0.01', currency: 'CNY', buyer_unique_id: IDS.agent });
    expect(protocol.resource_id).toBe((await askedOf(TREND)).resource_id);
  });

  test('each bill has a number of its own (PSD-PAY-A402-17)', async () => {
    const bills = [
      await ask(TREND, { 'Act-Agent': IDS.agent }),
      await ask(TREND, { 'Act-Agent': IDS.agent }),
    ];
    const [one, other] = bills.map(
      (bill) => decodePaymentNeeded(bill.headers.get('Payment-Needed') ?? '').protocol,
    );
    expect(one?.resource_id).toBe(other?.resource_id);
    expect(one?.out_trade_no).toMatch(/./);
    expect(one?.out_trade_no).not.toBe(other?.out_trade_no);
  });

  test('a buyer without the method, or with another payment service, does not pay (PSD-PAY-A402-18)', async () => {
    const wallet = { mandate: world.mandate, paymentToolRef: SUB, subAccountSigner: world.key.signer };
    for (const change of [
      { payment_methods: ['urn:act:payment:other'] },
      { psp_id: 'did:act:other.example/psp' },
    ]) {
      const agent = { ...world.agent, config: { ...world.agent.config, ...change } };
      const buy = createBuyingFetch(agent, wallet, world.network.shop);
      expect(await outcome(buy(TREND))).toBe('a402_not_payable');
    }
    expect(await world.balance(`sub:${SUB}`)).toBe(200n);
    expect((await world.buy(TREND)).status).toBe(200);
  });

  test('who does not say who it is gets the price and no quote (PSD-PAY-A402-02)', async () => {
    const { protocol, method } = decodePaymentNeeded((await ask(TREND)).headers.get('Payment-Needed') ?? '');
    expect(protocol).toMatchObject({ amount: '0.01', seller_unique_id: IDS.merchant });
    expect(protocol.out_trade_no).toBeUndefined();
    expect(method).toEqual({ buyer_header: 'Act-Agent' });
  });

  test('what costs nothing is not paid for', async () => {
    expect(await (await world.buy(`${SHOP}/free`)).text()).toBe('free');
    expect(await world.balance(`sub:${SUB}`)).toBe(200n);
  });

  test('each call is a purchase of its own, counted from what was confirmed (PSD-PAY-AUP-06)', async () => {
    for (let call = 1; call <= 5; call += 1)
      expect((await world.buy(`${TREND}&call=${call}`)).status).toBe(200);
    expect((await world.buy(TREND)).status).toBe(200);
    expect((await world.buy(TREND)).status).toBe(200);
    expect(world.handler.runs).toBe(7);
    expect(await world.balance('acct-rail')).toBe(7n);
  });

  test('outside the mandate nothing is paid, and nothing is sent (PSD-PAY-AUP-01, PSD-PAY-A402-04)', async () => {
    const ext = { commerce: { allowed_categories: ['data/weather'] } };
    const narrow = await issue(world.issuer, world.device, { delegation_mode: 'BOUNDED', ext });
    const { mandate } = (await readMandate(world.issuer, narrow)).body;
    const wallet = { mandate, paymentToolRef: SUB, subAccountSigner: world.key.signer };
    const buy = createBuyingFetch(world.agent, wallet, (request) => world.network.shop(request));
    expect(await outcome(buy(TREND))).toBe('category_not_allowed');
    expect(await world.issuer.store.read.all('SELECT 1 FROM requests')).toEqual([]);
    expect((await world.buy(TREND)).status).toBe(200);
  });

  test('a revoked mandate buys nothing', async () => {
    await lifecycle(world.issuer, world.device, 'revoke', world.delegationId);
    expect(await outcome(world.buy(TREND))).toBe('mandate_revoked');
    expect(await world.balance(`sub:${SUB}`)).toBe(200n);
  });
});

describe('a proof is good for one request of its holder', () => {
  test('the same proof for the same request gets the stored response (OA-A402-10), no-store (OA-A402-11)', async () => {
    const paid = await payOnly(TREND);
    const first = await present(TREND, await proofFor(paid));
    const again = await present(TREND, await proofFor(paid));
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.response.headers.get('cache-control')).toBe('no-store');
    expect(await again.response.text()).toBe(await first.response.text());
    expect(world.handler.runs).toBe(1);
    const validation = again.response.headers.get('Payment-Validation') ?? '';
    expect(decodePaymentValidation(validation).method.stored).toBe(true);
  });

  test('byte for byte it is refused (OA-A402-08), recognisably (PSD-PAY-A402-10) and with a fresh bill', async () => {
    const proof = await proofFor(await payOnly(TREND));
    expect((await present(TREND, proof)).code).toBe('ok');
    const { status, code, response } = await present(TREND, proof);
    expect([status, code]).toEqual([402, 'a402_proof_replayed']);
    expect(decodePaymentNeeded(response.headers.get('Payment-Needed') ?? '').method.quote).toBeDefined();
    const validation = decodePaymentValidation(response.headers.get('Payment-Validation') ?? '');
    expect(validation.method).toMatchObject({ code: 'a402_proof_replayed', requirement: 'OA-A402-08' });
    expect(world.handler.runs).toBe(1);
  });

  test('one that a clock which was ahead has forgotten is not answered, and the payment stays good (OA-A402-08)', async () => {
    const paid = await payOnly(TREND);
    const proof = await proofFor(paid);
    expect((await present(TREND, proof)).code).toBe('ok');
    const other = { jkt: 'another key', jti: 'another proof' };
    const { time } = world.issuer;
    await world.shopStore.transact((tx) => useHolderProof(tx, { ...other, now: time.now + 3_600 }));
    for (const shown of [proof, await proofFor(paid)]) {
      const { status, code, response } = await present(TREND, shown);
      expect([status, code]).toEqual([503, 'store_unavailable']);
      expect(response.headers.get('Payment-Needed')).toBeNull();
    }
    time.now += 240;
    expect((await present(TREND, await proofFor(paid))).code).toBe('ok');
    expect(world.handler.runs).toBe(1);
  });

  test('for another resource it is refused (PSD-PAY-A402-09); for its own it says so (PSD-PAY-A402-06, PSD-PAY-A402-12)', async () => {
    const paid = await payOnly(TREND);
    expect((await present(OTHER, await proofFor(paid, OTHER))).code).toBe('a402_resource_mismatch');
    expect(world.handler.runs).toBe(0);
    expect((await present(TREND, await proofFor(paid))).code).toBe('ok');
  });

  test('stolen without its key it is worth nothing (OA-A402-03)', async () => {
    const paid = await payOnly(TREND);
    const thief = await keyActor();
    const agent = { ...world.agent, signer: thief.signer, publicJwk: thief.publicJwk };
    expect((await present(TREND, await proofFor(paid, TREND, agent))).code).toBe('a402_holder_mismatch');
    expect((await present(TREND, await proofFor(paid))).code).toBe('ok');
  });

  test('a refunded payment is no proof any more (PSD-PAY-A402-07)', async () => {
    const paid = await payOnly(TREND);
    const { issuer } = world;
    const refund = await command(issuer, issuer.actors.merchant.signer, {
      iss: IDS.merchant,
      aud: IDS.psp,
      action: 'payment.refund',
      target: paid.tradeNo,
      params: { amount: '0.01', currency: 'CNY', refund_id: 'rfd-1' },
    });
    expect((await post(issuer, `/payments/${paid.tradeNo}/refunds`, { command: refund })).status).toBe(200);
    const { code, status } = await present(TREND, await proofFor(paid));
    expect([status, code]).toEqual([402, 'payment_proof_invalid']);
    expect(await outcome(world.buy(TREND))).toBe('payment_proof_invalid');
    expect((await world.buy(TREND)).status).toBe(200);
  });

  test('what is no header of ours is refused (PSD-PAY-A402-14)', async () => {
    const paid = await payOnly(TREND);
    const proof = await proofFor(paid);
    for (const broken of [
      '',
      `${proof}, ${proof}`,
      '%%%',
      'e30',
      encodeA402({ protocol: {}, method: {} } as never),
      'A'.repeat(7_000),
    ]) {
      expect(await present(TREND, broken)).toMatchObject({ status: 402, code: 'a402_header_malformed' });
    }
    expect((await present(TREND, proof)).code).toBe('ok');
  });

  test('a trade of another order does not go in its place (OA-A402-09), in a first request either (PSD-PAY-A402-01)', async () => {
    const paid = await payOnly(TREND);
    const swapped = await proofFor({ ...paid, tradeNo: 'trade-x' });
    expect((await present(TREND, swapped)).code).toBe('a402_trade_mismatch');
    expect((await present(TREND, await proofFor(paid))).code).toBe('ok');
  });
});

describe('faults', () => {
  test('a silent bank leaves the outcome open, and the next call takes it up (OA-A402-14)', async () => {
    const { bank } = world.network;
    world.network.bank = {
      ...bank,
      async post(url, body) {
        const answered = await bank.post(url, body);
        if (url.endsWith('/payments')) throw new ActError('peer_unreachable');
        if (url.endsWith('/query')) throw new ActError('peer_unreachable');
        return answered;
      },
    };
    expect(await outcome(world.buy(TREND))).toBe('peer_unreachable');
    expect(await outcome(world.buy(TREND))).toBe('peer_unreachable');
    world.network.bank = bank;
    expect((await world.buy(TREND)).status).toBe(200);
    expect(await world.balance('acct-rail')).toBe(1n);
    expect(world.handler.runs).toBe(1);
  });

  test('a handler that fails delivers nothing, and the proof stays good', async () => {
    const good = world.handler.answer;
    world.handler.answer = () => new Response('broken', { status: 500 });
    expect((await world.buy(TREND)).status).toBe(500);
    world.handler.answer = good;
    expect((await world.buy(TREND)).status).toBe(200);
    expect(await world.balance('acct-rail')).toBe(1n);
  });

  test('of two at once one delivers (OA-A402-10)', async () => {
    const paid = await payOnly(TREND);
    const proofs = [await proofFor(paid), await proofFor(paid)];
    const both = await Promise.all(proofs.map((proof) => present(TREND, proof)));
    expect(world.handler.runs).toBe(1);
    for (const { code } of both) expect(['ok', 'a402_delivery_running']).toContain(code);
    expect((await present(TREND, await proofFor(paid))).code).toBe('ok');
    expect(world.handler.runs).toBe(1);
  });

  test('a delivery that died is taken over after its lease, not before (OA-A402-10)', async () => {
    const paid = await payOnly(TREND);
    await world.shopStore.transact(async (tx) => {
      await tx.run(
        "UPDATE a402_orders SET state = 'DELIVERING', lease_until = $1, psp_id = $2, trade_no = $3",
        [world.issuer.time.now + 30, IDS.psp, paid.tradeNo],
      );
    });
    expect(await present(TREND, await proofFor(paid))).toMatchObject({
      status: 503,
      code: 'a402_delivery_running',
    });
    world.issuer.time.now += 30;
    expect((await present(TREND, await proofFor(paid))).code).toBe('ok');
  });

  test('a seller that is not behind its address is not paid (OA-A402-12)', async () => {
    const shop = world.network.shop;
    world.network.shop = (request) =>
      shop({ ...request, url: request.url.replace('evil.example', 'rail.example') });
    // The quote is for the honest address, so its fingerprint is another one already.
    expect(await outcome(world.buy('https://evil.example/market/trend'))).toBe('a402_bill_mismatch');
    const { trustList } = world.issuer;
    const buyFrom = (base_url: string) => {
      const entry: typeof trustList.entry = (entity, role) => {
        const found = trustList.entry(entity, role);
        return found && role === 'MERCHANT' ? { ...found, endpoints: { base_url } } : found;
      };
      const agent = { ...world.agent, trust: { current: async () => ({ ...trustList, entry }) } };
      const wallet = { mandate: world.mandate, paymentToolRef: SUB, subAccountSigner: world.key.signer };
      return outcome(createBuyingFetch(agent, wallet, shop)(TREND));
    };
    for (const elsewhere of [
      'https://elsewhere.example',
      `${SHOP}/act/b`,
      `${SHOP}/mark`,
      `${SHOP}/market/trend/x`,
    ])
      expect([elsewhere, await buyFrom(elsewhere)]).toEqual([elsewhere, 'a402_seller_mismatch']);
    for (const here of [SHOP, `${SHOP}/`, `${SHOP}/market`, `${SHOP}/market/`])
      expect([here, await buyFrom(here)]).toEqual([here, 'ok']);
  });

  test('a bill that is changed in plain is not paid (OA-A402-01, PSD-PAY-A402-22)', async () => {
    const shop = world.network.shop;
    world.network.shop = async (request) => {
      const answered = await shop(request);
      const header = answered.headers.get('Payment-Needed');
      if (header === null) return answered;
      const needed = decodePaymentNeeded(header);
      answered.headers.set(
        'Payment-Needed',
        encodeA402({ ...needed, protocol: { ...needed.protocol, amount: '0.02' } }),
      );
      return answered;
    };
    expect(await outcome(world.buy(TREND))).toBe('a402_bill_mismatch');
    world.network.shop = async (request) => {
      const answered = await shop(request);
      if (answered.status === 402)
        answered.headers.set(
          'Payment-Needed',
          encodeA402({
            protocol: decodePaymentNeeded(answered.headers.get('Payment-Needed') ?? '').protocol,
            method: { buyer_header: 'Act-Agent' },
          }),
        );
      return answered;
    };
    expect(await outcome(world.buy(TREND))).toBe('a402_not_payable');
    world.network.shop = shop;
    expect((await world.buy(TREND)).status).toBe(200);
  });
});

describe('the sub-account (PSD-AGT-SUB-12)', () => {
  test('freezing (PSD-AGT-SUB-04) kills the key for good; a new one brings the money back into use (OA-SUB-01)', async () => {
    expect(await world.manage('freeze')).toMatchObject({ state: 'FROZEN', key: { state: 'DEAD' } });
    expect(await outcome(world.buy(TREND))).toBe('sub_account_frozen');
    expect((await world.manage('fund', { amount: '1.00', currency: 'CNY' })).code).toBe('sub_account_frozen');
    expect((await world.unfreeze(world.key)).code).toBe('sub_account_key_reused');
    const next = await keyActor();
    expect(await world.unfreeze(next)).toMatchObject({ state: 'ACTIVE', key: { state: 'ACTIVE' } });
    expect((await world.unfreeze(await keyActor())).code).toBe('sub_account_transition_illegal');
    expect(await outcome(world.buy(TREND))).toBe('sub_account_key_invalid');
    const wallet = { mandate: world.mandate, paymentToolRef: SUB, subAccountSigner: next.signer };
    const buy = createBuyingFetch(world.agent, wallet, (request) => world.network.shop(request));
    expect((await buy(TREND)).status).toBe(200);
  });

  test('closing gives the money back and ends everything (PSD-AGT-SUB-05, OA-SUB-02)', async () => {
    const paid = await payOnly(TREND);
    expect(await world.manage('close')).toMatchObject({
      state: 'CLOSED',
      balance: '0.00',
      key: { state: 'DEAD' },
    });
    expect(await world.balance('acct-user')).toBe(9_999n);
    expect(await outcome(world.buy(OTHER))).toBe('sub_account_closed');
    expect((await world.unfreeze(await keyActor())).code).toBe('sub_account_closed');
    expect((await world.manage('freeze')).code).toBe('sub_account_closed');
    expect(await world.manage('close')).toMatchObject({ state: 'CLOSED' });
    const { issuer } = world;
    const refund = await command(issuer, issuer.actors.merchant.signer, {
      iss: IDS.merchant,
      aud: IDS.psp,
      action: 'payment.refund',
      target: paid.tradeNo,
      params: { amount: '0.01', currency: 'CNY', refund_id: 'rfd-2' },
    });
    expect((await post(issuer, `/payments/${paid.tradeNo}/refunds`, { command: refund })).status).toBe(200);
    expect(await world.balance('acct-user')).toBe(10_000n);
  });

  test('pays only what is in it, and nothing of the main account', async () => {
    await world.manage('close');
    const key = await keyActor();
    const limits = { currency: 'CNY', max_amount: '0.10', valid_until: '2026-12-01T00:00:00Z' };
    const order = { subAccountId: 'sub-2', delegator: world.device.delegator, limits, key };
    await requestSubAccount(world.agent, order);
    const wallet = { mandate: world.mandate, paymentToolRef: 'sub-2', subAccountSigner: key.signer };
    const buy = createBuyingFetch(world.agent, wallet, (request) => world.network.shop(request));
    expect(await outcome(buy(TREND))).toBe('sub_account_unknown');
    const { body } = await inbox(world.issuer, world.device);
    await answer(world.issuer, world.device, body.pending[0].confirmation_id);
    expect(await outcome(buy(TREND))).toBe('balance_insufficient');
    expect(await world.balance('acct-user')).toBe(10_000n);
  });

  test('is opened for account holders (PSD-AGT-SUB-01), and read by its two parties only (PSD-AGT-SUB-08)', async () => {
    const limits = { currency: 'CNY', max_amount: '0.10', valid_until: '2026-12-01T00:00:00Z' };
    const stranger = {
      subAccountId: 'sub-3',
      delegator: 'did:act:bank.example/u-nobody',
      limits,
      key: await keyActor(),
    };
    expect(await outcome(requestSubAccount(world.agent, stranger))).toBe('sub_account_identity_failed');
    const foreign = {
      ...stranger,
      delegator: world.device.delegator,
      limits: { ...limits, currency: 'HKD' },
    };
    expect(await outcome(requestSubAccount(world.agent, foreign))).toBe('sub_account_identity_failed');
    const read = (iss: string, signer = world.device.signer) =>
      command(world.issuer, signer, { iss, aud: IDS.psp, action: 'sub_account.read', target: SUB });
    const asked = async (signed: string) => {
      const headers = { authorization: `ACT-Command ${signed}` };
      const response = await world.issuer.issuer.app.request(`${BANK}/sub-accounts/${SUB}`, { headers });
      return (await response.json()) as Record<string, unknown>;
    };
    expect(await asked(await read(world.device.deviceId))).toMatchObject({
      state: 'ACTIVE',
      balance: '2.00',
    });
    const { actors } = world.issuer;
    expect(await asked(await read(IDS.agent, actors.agent.signer))).toMatchObject({ state: 'ACTIVE' });
    expect((await asked(await read(IDS.otherAgent, actors.otherAgent.signer))).code).toBe(
      'command_not_permitted',
    );
  });
});

test('a payment service vouches for a proof to its seller only, and to the byte (PSD-PAY-A402-07)', async () => {
  const paid = await payOnly(TREND);
  const { issuer } = world;
  const validate = async (by: 'merchant' | 'otherMerchant', digest: string, target = paid.tradeNo) => {
    const iss = by === 'merchant' ? IDS.merchant : IDS.otherMerchant;
    const claims = { iss, aud: IDS.psp, action: 'payment.validate', target, params: { digest } } as const;
    const signed = await command(issuer, issuer.actors[by].signer, claims);
    return (await post(issuer, '/payments/validate', { command: signed })).body;
  };
  const digest = await digestOfJws(paid.sellerReceipt);
  expect(await validate('merchant', digest)).toMatchObject({
    trade_no: paid.tradeNo,
    receipt_digest: digest,
  });
  expect((await validate('otherMerchant', digest)).code).toBe('payment_proof_invalid');
  expect((await validate('merchant', 'A'.repeat(43))).code).toBe('payment_proof_invalid');
  expect((await validate('merchant', digest, 'trade-x')).code).toBe('payment_proof_invalid');
});

describe('a bill at act:L1', () => {
  const intentId = 'intent-l1';

  async function atTheCashier(decision: 'APPROVE' | 'DENY' | 'wait') {
    const { issuer, device, agent, network } = world;
    const paymentToolRef = await bindTool(issuer, device);
    const answering = async (): Promise<void> => {
      const { body } = await inbox(issuer, device);
      const [question] = body.pending;
      if (question && decision !== 'wait')
        await answer(issuer, device, question.confirmation_id, { decision });
    };
    const context = { ...agent, sleep: () => answering() };
    return createBuyingFetch(context, { paymentToolRef, intentId }, (request) => network.shop(request));
  }

  test('is put before the user, paid once, and the resource comes (PSD-PAY-A402-19)', async () => {
    const buy = await atTheCashier('APPROVE');
    const before = await world.balance('acct-user');
    const response = await buy(TREND);
    expect([response.status, await response.json()]).toEqual([200, { trend: 'up', run: 1 }]);
    expect(await world.balance('acct-user')).toBe(before - 1n);
    expect(await world.balance('acct-rail')).toBe(1n);
  });

  test('moves nothing when the user says no, or nothing (PSD-PAY-A402-19)', async () => {
    const before = await world.balance('acct-user');
    expect(await outcome((await atTheCashier('DENY'))(TREND))).toBe('confirmation_denied');
    expect(await outcome((await atTheCashier('wait'))(TREND))).toBe('payment_pending');
    expect(await world.balance('acct-user')).toBe(before);
    expect(world.handler.runs).toBe(0);
    expect((await (await atTheCashier('APPROVE'))(TREND)).status).toBe(200);
    expect(await world.balance('acct-user')).toBe(before - 1n);
  });
});
