import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { digestOfObject } from '../../../protocol/digest/index.ts';
import type { InterconnectNettingBody } from '../../../protocol/generated/types.ts';
import type { JsonValue } from '../../../protocol/json/index.ts';
import { readMessage, signMessage } from '../../../protocol/messages/index.ts';
import { engines } from '../../../store/testing/engines.ts';
import { createActors, IDS } from '../../../verifier/testing/actors.ts';
import { type Bench, booksBalance, fresh, outcomeOf } from '../testing/bench.ts';
import {
  type BankActors,
  bankActors,
  CLEARING,
  createTwoServices,
  OTHER_PSP,
  type TwoServices,
} from '../testing/two-services.ts';
import type { NettingKey } from './netting.ts';

const HOUR = 3_600;
const SETTLEMENT = { atA: `settlement:${OTHER_PSP}:CNY`, atB: `settlement:${IDS.psp}:CNY` };

let actors: BankActors;

beforeAll(async () => {
  actors = await bankActors(await createActors());
});

describe.each(engines)('what two services owe each other, on $name', (engine) => {
  let two: TwoServices;
  let a: Bench;
  let b: Bench;
  let key: NettingKey;

  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  /** An hour in which A has paid twice into B: 200.00. */
  beforeEach(async () => {
    two = await createTwoServices(actors, engine);
    ({ a, b } = two);
    const from = a.now;
    await a.psp.pay(await two.payment());
    await a.psp.pay(await two.payment());
    two.advance(HOUR);
    key = { partner: OTHER_PSP, from, until: from + HOUR / 2, currency: 'CNY' };
  });
  afterEach(() => two.close());

  const rowsOf = (bench: Bench) =>
    bench.store.read.all('SELECT state, debtor, net_minor FROM interconnect_settlements');
  const clearing = async () => [await a.balance(CLEARING.atA), await b.balance(CLEARING.atB)];
  const settle = () => outcomeOf(a.psp.settleNetting(key, 'transfer-1'));

  test('is agreed by both signatures over one record, and agreed again is the same (OA-ICN-19)', async () => {
    const agreed = await a.psp.agreeNetting(key);
    expect(agreed).toMatchObject({ state: 'AGREED', debtor: IDS.psp, netMinor: 20_000n });
    expect(agreed.record).toMatchObject({ trades: 2, amount: '200.00', debtor: IDS.psp });
    const row = { state: 'AGREED', debtor: IDS.psp, net_minor: 20_000n };
    expect([await rowsOf(a), await rowsOf(b)]).toEqual([[row], [row]]);
    expect(await a.psp.agreeNetting(key)).toEqual(agreed);
    // B says the same by itself.
    expect(await b.psp.agreeNetting({ ...key, partner: IDS.psp })).toMatchObject({ digest: agreed.digest });
    expect(await clearing()).toEqual([20_000n, -20_000n]);
  });

  test('is settled once, when the creditor has the money: nothing is owed any more (OA-ICN-20)', async () => {
    await a.psp.agreeNetting(key);
    expect(await settle()).toBe('netting_payment_missing');
    expect(await clearing()).toEqual([20_000n, -20_000n]);
    two.arrived.add('transfer-1');
    expect(await a.psp.settleNetting(key, 'transfer-1')).toMatchObject({ state: 'SETTLED' });
    expect(await settle()).toBe('ok');
    expect(await clearing()).toEqual([0n, 0n]);
    expect(await a.balance(SETTLEMENT.atA)).toBe(20_000n);
    expect(await b.balance(SETTLEMENT.atB)).toBe(-20_000n);
    expect([await booksBalance(a), await booksBalance(b)]).toEqual([true, true]);
    expect(await rowsOf(b)).toMatchObject([{ state: 'SETTLED' }]);
  });

  test('whose answer is lost is settled by asking again, and booked once (OA-ICN-20)', async () => {
    two.fates = ['arrives', 'answer_lost'];
    expect(await outcomeOf(a.psp.agreeNetting(key))).toBe('peer_unreachable');
    expect(await rowsOf(a)).toMatchObject([{ state: 'OPEN' }]);
    expect(await settle()).toBe('netting_not_agreed');
    await a.psp.agreeNetting(key);
    two.arrived.add('transfer-1');
    two.fates = ['answer_lost'];
    expect(await settle()).toBe('peer_unreachable');
    expect(await clearing()).toEqual([20_000n, 0n]);
    await two.restartA();
    expect(await settle()).toBe('ok');
    expect(await clearing()).toEqual([0n, 0n]);
    expect(await b.balance(SETTLEMENT.atB)).toBe(-20_000n);
  });

  test('is paid by one transfer: of another nobody says that it has paid it (OA-ICN-20)', async () => {
    await a.psp.agreeNetting(key);
    for (const transfer of ['transfer-1', 'transfer-2']) two.arrived.add(transfer);
    two.fates = ['answer_lost'];
    expect(await settle()).toBe('peer_unreachable');
    expect(await outcomeOf(a.psp.settleNetting(key, 'transfer-2'))).toBe('netting_payment_missing');
    expect(await rowsOf(a)).toMatchObject([{ state: 'AGREED' }]);
    expect(await settle()).toBe('ok');
    expect(await clearing()).toEqual([0n, 0n]);
    const transfers = [a, b].map(({ store }) =>
      store.read.get('SELECT evidence_ref FROM interconnect_settlements'),
    );
    const same = { evidence_ref: 'transfer-1' };
    expect(await Promise.all(transfers)).toEqual([same, same]);
  });

  test('is not agreed where the books differ, whoever looks first (OA-ICN-19)', async () => {
    const spoil = (minor: number) =>
      b.store.transact((tx) =>
        tx.run("UPDATE interconnect_in SET owed_minor = $1 WHERE out_trade_no = 'order-x'", [minor]),
      );
    await a.psp.pay(await two.payment({ outTradeNo: 'order-x' }));
    two.advance(HOUR);
    const later = { ...key, until: a.now - HOUR / 2 };
    // The table is append-only to this service; a damaged book is what is played here.
    await expect(spoil(1)).rejects.toThrow();
    await a.store.transact((tx) =>
      tx.run(
        "UPDATE interconnect_out SET owed_minor = 9999, payer_minor = 9999 WHERE instruction LIKE '%order-x%'",
      ),
    );
    expect(await outcomeOf(a.psp.agreeNetting(later))).toBe('netting_disagreed');
    expect(await outcomeOf(b.psp.agreeNetting({ ...later, partner: IDS.psp }))).toBe('netting_disagreed');
    expect([await rowsOf(a), await rowsOf(b)]).toEqual([[], []]);
    expect(await outcomeOf(a.psp.agreeNetting(key))).toBe('ok');
  });

  test('B signs what its own books say, whatever A has signed (OA-ICN-19)', async () => {
    await a.psp.agreeNetting(key);
    await b.store.transact((tx) => tx.run('DELETE FROM interconnect_settlements'));
    const sent = two.sent.map(({ body }) => body as unknown as Partial<InterconnectNettingBody>);
    const { netting, command: honest = '' } = sent.find((body) => body.netting !== undefined) ?? {};
    if (netting === undefined) throw new Error('no netting was sent');
    const said = async (change: Partial<typeof netting>) => {
      const changed = { ...netting, ...change };
      const claims = { ...readMessage('command', honest).claims, jti: fresh('cmd') };
      const params = { digest: await digestOfObject(changed as unknown as JsonValue) };
      const command = await signMessage('command', { ...claims, params, iat: a.now }, actors.command.signer);
      return outcomeOf(b.psp.acceptNetting({ netting: changed, command }));
    };
    expect(await said({ amount: '100.00' })).toBe('netting_disagreed');
    expect(await said({ trades: 3 })).toBe('netting_disagreed');
    expect(await said({ debtor: OTHER_PSP })).toBe('netting_disagreed');
    expect(await said({ parties: [IDS.psp, 'did:act:third.example/psp'] })).toBe('command_target_mismatch');
    expect(await rowsOf(b)).toEqual([]);
    expect(await said({})).toBe('ok');
  });

  test('is no business of a service that does not owe, or has not agreed (OA-ICN-20)', async () => {
    expect(await settle()).toBe('netting_not_agreed');
    await a.psp.agreeNetting(key);
    const creditor = b.psp.settleNetting({ ...key, partner: IDS.psp }, 'transfer-1');
    expect(await outcomeOf(creditor)).toBe('command_not_permitted');
    expect(await clearing()).toEqual([20_000n, -20_000n]);
  });

  test('has every trade once: no span that overlaps, that is not over, or that is empty (OA-ICN-19)', async () => {
    await a.psp.agreeNetting(key);
    const agree = (change: Partial<NettingKey>) => outcomeOf(a.psp.agreeNetting({ ...key, ...change }));
    expect(await agree({ until: key.until + 1 })).toBe('interconnect_window_invalid');
    expect(await agree({ from: key.from - 1 })).toBe('interconnect_window_invalid');
    expect(await agree({ from: key.until, until: a.now })).toBe('interconnect_window_invalid');
    expect(await agree({ from: key.until, until: a.now - 60 })).toBe('interconnect_window_invalid');
    expect(await agree({ currency: 'EUR' })).toBe('interconnect_window_invalid');
    expect(await agree({ partner: 'did:act:third.example/psp' })).toBe('interconnect_partner_unknown');
    expect(await rowsOf(a)).toHaveLength(1);
  });

  test('is what the partner has signed, and not what somebody makes of it (OA-ICN-19)', async () => {
    two.answerWith = (answer) => {
      const text = new TextDecoder().decode(answer.body).replaceAll('200.00', '2.00');
      return { ...answer, body: new TextEncoder().encode(text) };
    };
    expect(await outcomeOf(a.psp.agreeNetting(key))).not.toBe('ok');
    expect(await rowsOf(a)).not.toMatchObject([{ state: 'AGREED' }]);
    two.answerWith = undefined;
    expect(await outcomeOf(a.psp.agreeNetting(key))).toBe('ok');
  });
});
