import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ActError } from '../../../protocol/errors/index.ts';
import { engines } from '../../../store/testing/engines.ts';
import { createActors, IDS } from '../../../verifier/testing/actors.ts';
import { type Bench, outcomeOf, receiptOf } from '../testing/bench.ts';
import {
  type BankActors,
  bankActors,
  createTwoServices,
  OTHER_PSP,
  THIRD_PSP,
  type TwoServices,
  WITH_DISCOUNT,
} from '../testing/two-services.ts';
import { findOutgoing, insertOutgoing } from './outgoing.ts';
import { findRefund, insertRefund } from './refund-rows.ts';

const MINUTE = 60;
/** More than any round takes on for a partner that does not answer. */
const MANY = 60;
const THIRD = 'https://third.example';

let actors: BankActors;
beforeAll(async () => {
  actors = await bankActors(await createActors());
});

// OA-ICN-07
describe.each(engines)('what partners have not answered, on $name', (engine) => {
  let two: TwoServices;
  let a: Bench;
  let b: Bench;

  beforeAll(() => engine.start());
  afterAll(() => engine.stop());
  beforeEach(async () => {
    const agreement = {
      partnersOfA: [OTHER_PSP, THIRD_PSP],
      partnersOfB: [IDS.psp, THIRD_PSP],
    };
    two = await createTwoServices(actors, engine, agreement);
    ({ a, b } = two);
  });
  afterEach(() => two.close());

  /** What happens to the message that is on its way. */
  function onTheWay(fate: (message: TwoServices['sent'][number]) => unknown): void {
    two.onTheWay = async () => {
      const message = two.sent.at(-1);
      if (message !== undefined) await fate(message);
    };
  }
  function thirdIsDead(until: Promise<unknown> = Promise.resolve()): void {
    onTheWay(async ({ origin }) => {
      if (origin !== THIRD) return;
      await until;
      throw new ActError('peer_unreachable');
    });
  }
  const sentTo = (where: string) => two.sent.filter(({ origin }) => origin === where).length;

  describe('of payments', () => {
    const openAt = async () =>
      (await a.store.read.all("SELECT trade_no FROM interconnect_out WHERE state = 'SENT'")).length;

    /** A payment to B that waits, and payments to a third service that have waited longer. */
    beforeEach(async () => {
      two.fates = ['request_lost', 'request_lost'];
      expect(await outcomeOf(a.psp.pay(await two.payment()))).toBe('payment_pending');
      const row = await a.store.read.get('SELECT trade_no FROM interconnect_out');
      const out = await findOutgoing(a.store.read, String(row?.trade_no));
      if (out === undefined) throw new Error('no payment');
      await a.store.transact(async (tx) => {
        for (let at = 0; at < MANY; at += 1)
          await insertOutgoing(tx, {
            ...out,
            tradeNo: `third-${at}`,
            partner: THIRD_PSP,
            openedAt: out.openedAt - MINUTE,
          });
      });
      two.sent.length = 0;
    });

    test('a partner that is dead is asked once in a round, and the others are asked all the same', async () => {
      thirdIsDead();
      two.advance(MINUTE);
      expect(await a.psp.advanceDue()).toBe(2);
      expect([sentTo(THIRD), await openAt()]).toEqual([1, MANY]);
    });

    test('one whose every payment is in doubt gets to be asked about each of them', async () => {
      thirdIsDead();
      for (let round = 0; round < 3; round += 1) {
        two.advance(MINUTE);
        await a.psp.advanceDue();
      }
      const asked = await a.store.read.all(
        'SELECT trade_no FROM interconnect_out WHERE partner = $1 AND asked_at > 0',
        [THIRD_PSP],
      );
      expect(asked).toHaveLength(3);
    });

    test('nobody waits for a partner that has not answered yet', async () => {
      const { promise: silence, resolve: hangUp } = Promise.withResolvers<void>();
      thirdIsDead(silence);
      two.advance(MINUTE);
      const round = a.psp.advanceDue();
      try {
        await vi.waitFor(async () => expect(await openAt()).toBe(MANY), 60_000);
        expect(sentTo(THIRD)).toBe(1);
      } finally {
        hangUp();
        await round;
      }
      expect(sentTo(THIRD)).toBe(1);
    });

    test('a fault with one partner is told, and the others were asked all the same', async () => {
      onTheWay(({ origin }) => {
        if (origin === THIRD) throw new Error('a fault of ours');
      });
      two.advance(MINUTE);
      await expect(a.psp.advanceDue()).rejects.toThrow('a fault of ours');
      expect([sentTo(THIRD), await openAt()]).toEqual([1, MANY]);
    });
  });

  describe('of refunds', () => {
    let target: string;

    beforeEach(async () => {
      const answer = await a.psp.pay(await two.payment(WITH_DISCOUNT));
      target = receiptOf(answer.seller_receipt).trade_no;
      two.fates = ['request_lost', 'request_lost'];
      expect(await refund('part-1')).toBe('payment_pending');
      two.advance(1);
      expect(await refund('part-2')).toBe('payment_pending');
      two.sent.length = 0;
    });

    async function refund(refund_id: string): Promise<string> {
      const params = { amount: '50.00', currency: 'CNY', refund_id };
      const claims = { iss: IDS.merchant, aud: OTHER_PSP, action: 'payment.refund', target, params } as const;
      return outcomeOf(b.psp.refund(target, await b.command(claims, actors.merchant.signer)));
    }
    const openAt = async () => {
      const rows = await b.store.read.all(
        "SELECT refund_id FROM interconnect_refunds WHERE state = 'SENT' AND partner = $1 ORDER BY refund_id",
        [IDS.psp],
      );
      return rows.map((row) => row.refund_id);
    };
    const named = ({ body }: TwoServices['sent'][number]) =>
      (body as unknown as { refund: { refund_id: string } }).refund.refund_id;
    const round = async () => {
      two.sent.length = 0;
      two.advance(MINUTE);
      await b.psp.advanceDue();
      return two.sent.map(named);
    };

    test('a partner that is dead is asked once in a round, and the others are asked all the same', async () => {
      const row = await b.store.read.get('SELECT trade_no FROM interconnect_refunds');
      const key = { payerPsp: IDS.psp, tradeNo: String(row?.trade_no), refundId: 'part-1' };
      const one = await findRefund(b.store.read, key);
      if (one === undefined) throw new Error('no refund');
      await b.store.transact(async (tx) => {
        for (let at = 0; at < MANY; at += 1) {
          const terms = { ...one.terms, trade_no: `third-${at}` };
          await insertRefund(tx, { ...one, terms, partner: THIRD_PSP, payerPsp: THIRD_PSP }, b.now - MINUTE);
        }
      });
      thirdIsDead();
      two.advance(MINUTE);
      expect(await b.psp.advanceDue()).toBe(3);
      expect([sentTo(THIRD), await openAt()]).toEqual([1, []]);
    });

    test('one to which the partner never answers holds up no other for good', async () => {
      onTheWay((message) => {
        if (named(message) === 'part-1') throw new ActError('peer_unreachable');
      });
      expect(await round()).toEqual(['part-1']);
      expect(await round()).toEqual(['part-2', 'part-1']);
      expect(await openAt()).toEqual(['part-1']);
      two.onTheWay = undefined;
      expect(await round()).toEqual(['part-1']);
      expect(await openAt()).toEqual([]);
    });

    test.each([502, 503, 429])(
      'a partner that answers %i is not asked for more in this round',
      async (status) => {
        two.answerWith = (answer) => ({ ...answer, status, contentType: 'text/html' });
        expect(await round()).toEqual(['part-1']);
      },
    );

    test.each([200, 404])(
      'one whose answer with %i is no use is there, and is asked for the next',
      async (status) => {
        two.answerWith = (answer) => ({ ...answer, status, body: new TextEncoder().encode('{}') });
        expect(await round()).toEqual(['part-1', 'part-2']);
        expect(await openAt()).toEqual(['part-1', 'part-2']);
      },
    );

    test('a server that ends asks for nothing more', async () => {
      two.advance(MINUTE);
      expect(await b.psp.advanceDue(AbortSignal.abort())).toBe(0);
      expect([two.sent.length, await openAt()]).toEqual([0, ['part-1', 'part-2']]);
    });

    test('what somebody has just asked for is not asked for again', async () => {
      two.fates = ['request_lost'];
      two.advance(MINUTE);
      expect(await b.psp.advanceDue()).toBe(1);
      expect(await b.psp.advanceDue()).toBe(1);
      expect(await openAt()).toEqual(['part-1']);
      expect(await b.psp.advanceDue()).toBe(0);
    });
  });
});
