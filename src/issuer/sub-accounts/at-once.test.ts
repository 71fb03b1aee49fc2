/** A card that is closed at the moment when it is paid from, filled, or refunded to. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Queries } from '../../store/index.ts';
import { engines } from '../../store/testing/engines.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import { auditLedger, findAccount } from '../psp/index.ts';
import { ownLedger } from '../psp/parts.ts';
import type { PaymentMessages } from '../psp/payment/decode.ts';
import { readPaymentState } from '../psp/payment/state.ts';
import { type Card, cardBody, manage, openCard } from '../testing/card.ts';
import { balances, createInstantWorld, decide, type InstantWorld, waiting } from '../testing/instant.ts';
import { type Answer, command, evidence, post } from '../testing/world.ts';

const ALL_MINOR = 10_000n;

describe.each(engines)('a card that is closed meanwhile: $name', (engine) => {
  let instant: InstantWorld;
  let card: Card;
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());
  beforeEach(async () => {
    instant = await createInstantWorld({ engine });
    card = await openCard(instant, '20.00');
  });
  afterEach(async () => {
    expect((await auditLedger(instant.world.store.read)).balanced).toBe(true);
    await instant.close();
  });

  async function ordered(amount: string): Promise<Answer['body']> {
    return (await post(instant.world, '/instant-payments', await cardBody(instant, card, amount))).body;
  }

  /** A yes that is signed, and not sent yet. */
  async function yesTo({ confirmation_id: id }: Answer['body']): Promise<() => Promise<Answer>> {
    const asked = (await waiting(instant)).find(({ confirmation_id }) => confirmation_id === id);
    const confirmation = await evidence(instant.world, instant.device, asked.challenge);
    return () => post(instant.world, `/confirmations/${id}`, { confirmation });
  }

  const toldOf = (answers: readonly Answer[]) => answers.map(({ status, body }) => body.code ?? status);
  const onCard = async () => (await findAccount(instant.world.store.read, `sub:${card.id}`))?.balanceMinor;

  test('OA-SUB-02 has nothing left: each payment was made or refused, and the rest went back', async () => {
    const yes: (() => Promise<Answer>)[] = [];
    for (let at = 0; at < 4; at += 1) yes.push(await yesTo(await ordered('4.00')));
    const fund = { params: { amount: '3.00', currency: 'CNY' } };
    const close = () => manage(instant, card, 'close');
    const [paid, closed] = await Promise.all([
      Promise.all(yes.map((send) => send())),
      Promise.all([close(), close()]),
      manage(instant, card, 'fund', fund),
    ]);
    expect(toldOf(closed)).toEqual([200, 200]);
    const made = paid.filter(({ status, body }) => status === 200 && body.code === undefined).length;
    expect(toldOf(paid).filter((one) => one !== 200 && one !== 'sub_account_closed')).toEqual([]);
    expect(await onCard()).toBe(0n);
    expect(await balances(instant)).toEqual([ALL_MINOR - 400n * BigInt(made), 400n * BigInt(made)]);
  });

  /** What the store says, where the card is closed just before its balance is read. */
  function closingMeanwhile(): Queries {
    const { read } = instant.world.store;
    let isOpen = true;
    return {
      ...read,
      async get(sql, params) {
        if (isOpen && sql.includes('FROM accounts') && params?.[0] === `sub:${card.id}`) {
          isOpen = false;
          expect((await manage(instant, card, 'close')).status).toBe(200);
        }
        return read.get(sql, params);
      },
    };
  }

  test('PSD-AGT-SUB-05 says at the cashier that it is closed, and not that it is empty', async () => {
    const { world } = instant;
    const body = await cardBody(instant, card, '4.00');
    const store = { ...world.store, read: closingMeanwhile() };
    const beside = { ...world, issuer: world.restart({}, store) };
    expect((await post(beside, '/instant-payments', body)).body.code).toBe('sub_account_closed');
    expect(await onCard()).toBe(0n);
  });

  test('PSD-AGT-SUB-05 is read as closed under a mandate, whenever it is read as empty', async () => {
    const messages = {
      request: { claims: { payment_tool_ref: card.id, currency: 'CNY' } },
      mandate: { claims: { iss: IDS.issuer, jti: 'none' } },
      ...{ chain: [], quote: { claims: { payee: { account: 'acct-rail', psp_id: IDS.psp } } } },
    } as unknown as PaymentMessages;
    const parts = { ledger: ownLedger, pspId: IDS.psp };
    const before = { status: 'Active', above: [], risk: 'allow', replay: 'new' } as const;
    const { state } = await readPaymentState(closingMeanwhile(), parts, messages, before);
    expect([state.balanceMinor, state.tool?.subAccount?.state]).toEqual([0n, 'CLOSED']);
  });

  test('OA-RFD-01, OA-RFD-02 what is refunded in parts, all at once, goes back once and never to the card', async () => {
    const order = await ordered('10.00');
    expect((await decide(instant, order.confirmation_id)).status).toBe(200);
    const refund = async (refund_id: string) => {
      const signed = await command(instant.world, instant.world.actors.merchant.signer, {
        ...{ iss: IDS.merchant, aud: IDS.psp, action: 'payment.refund', target: order.payment_id },
        params: { amount: '2.00', currency: 'CNY', refund_id },
      });
      return () => post(instant.world, `/payments/${order.payment_id}/refunds`, { command: signed });
    };
    const ids = ['same', 'same', 'same', 'a', 'b', 'c', 'd', 'e', 'f'];
    const refunds = await Promise.all(ids.map(refund));
    const sent = refunds.slice(0, 4).map((send) => send());
    const closed = manage(instant, card, 'close');
    const told = toldOf(await Promise.all([...sent, ...refunds.slice(4).map((send) => send())]));
    expect((await closed).status).toBe(200);
    const given = new Set(ids.filter((_, at) => told[at] === 200));
    expect(given.size).toBe(5);
    expect(told.filter((one) => one !== 200 && one !== 'refund_over_captured')).toEqual([]);
    expect([await onCard(), ...(await balances(instant))]).toEqual([0n, ALL_MINOR, 0n]);
  });
});
