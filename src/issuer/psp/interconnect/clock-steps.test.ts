/**
 * Two services whose clocks go ahead and back while they pay, refund and net: once the clocks are right and everything was
 * netted and settled, nothing is owed and nothing is lost.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseUtcSeconds } from '../../../protocol/time/index.ts';
import { engines } from '../../../store/testing/engines.ts';
import { createActors, IDS, WORLD_NOW } from '../../../verifier/testing/actors.ts';
import {
  type Bench,
  booksBalance,
  FUNDED_MINOR,
  fresh,
  outcomeOf,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
} from '../testing/bench.ts';
import {
  type BankActors,
  bankActors,
  CLEARING,
  createTwoServices,
  OTHER_PSP,
  orNothing,
  type TwoServices,
} from '../testing/two-services.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** A life costs two schemas there, and it is the same code. */
const RUNS = { SQLite: 10, PostgreSQL: 2 } as const;

/** By how many seconds the clocks of A and B are wrong. */
const clocks = fc.oneof(
  fc.constantFrom(HOUR, -HOUR, -600, 2 * DAY, 45, -45).map((both) => [both, both] as const),
  fc.tuple(fc.constantFrom(HOUR, -600, 45, 0), fc.constantFrom(HOUR, -600, 45, 0)),
  fc.constant([0, 0] as const),
);
const act = fc.record({
  what: fc.constantFrom('pay', 'pay', 'refund', 'net', 'settle', 'advance'),
  byA: fc.boolean(),
  fates: fc.array(fc.constantFrom('arrives', 'arrives', 'request_lost', 'answer_lost'), { maxLength: 2 }),
  /** Of the clocks, while the first message is on its way, and before the act. */
  meanwhile: fc.option(clocks, { freq: 3 }),
  before: fc.option(clocks, { freq: 2 }),
  /** How long after the act before. */
  seconds: fc.constantFrom(0, 1, 31, 600),
});
type Act = ReturnType<typeof act.generate>['value'];

let actors: BankActors;
beforeAll(async () => {
  actors = await bankActors(await createActors());
});

/** What the operators and customers of the two do, and the one right time. */
class Life {
  readonly two: TwoServices;
  private now = WORLD_NOW;

  constructor(two: TwoServices) {
    this.two = two;
  }

  /** The time goes on, and the clocks are wrong by this. */
  pass(seconds: number, [ofA, ofB]: readonly [number, number]): void {
    this.now += seconds;
    this.two.a.now = this.now + ofA;
    this.two.b.now = this.now + ofB;
  }

  async refund(): Promise<void> {
    const { a, b } = this.two;
    const paid = await a.store.read.get(
      "SELECT peer_trade_no FROM interconnect_out WHERE state = 'PAID' ORDER BY trade_no DESC LIMIT 1",
    );
    if (paid === undefined) return;
    const target = String(paid.peer_trade_no);
    const claims = { iss: IDS.merchant, aud: OTHER_PSP, target, action: 'payment.refund' } as const;
    const params = { amount: '10.00', currency: 'CNY', refund_id: fresh('refund') };
    await outcomeOf(b.psp.refund(target, await b.command({ ...claims, params }, actors.merchant.signer)));
  }

  /** From where the last netting ended, or with a start of its own. */
  async net(byA: boolean): Promise<string> {
    const { a, b } = this.two;
    const last = (await spansAt(a)).at(-1)?.until ?? WORLD_NOW - HOUR;
    const span = { from: last, until: (byA ? a.now : b.now) - 31, currency: 'CNY' };
    return this.agree(byA, span);
  }

  agree(byA: boolean, span: { from: number; until: number; currency: string }): Promise<string> {
    const { a, b } = this.two;
    if (byA) return outcomeOf(a.psp.agreeNetting({ ...span, partner: OTHER_PSP }));
    return outcomeOf(b.psp.agreeNetting({ ...span, partner: IDS.psp }));
  }

  async settle(): Promise<void> {
    const { a, b } = this.two;
    for (const { state, record, debtor, netMinor } of await a.psp.nettings(OTHER_PSP)) {
      if (state === 'OPEN') continue;
      const span = {
        from: parseUtcSeconds(record.from),
        until: parseUtcSeconds(record.until),
        currency: 'CNY',
      };
      const evidenceRef = `transfer-${span.from}-${span.until}`;
      const money = { currency: 'CNY', minor: netMinor };
      await a.psp.recordArrival({ partner: OTHER_PSP, evidenceRef, money });
      await b.psp.recordArrival({ partner: IDS.psp, evidenceRef, money });
      const [payer, partner] = debtor === OTHER_PSP ? [b, IDS.psp] : [a, OTHER_PSP];
      await outcomeOf(payer.psp.settleNetting({ ...span, partner }, evidenceRef));
    }
  }

  async advance(): Promise<void> {
    await outcomeOf(this.two.a.psp.advanceDue());
    await outcomeOf(this.two.b.psp.advanceDue());
  }

  async does({ what, byA, fates, meanwhile, before, seconds }: Act): Promise<void> {
    const { two } = this;
    this.pass(seconds, before ?? [two.a.now - this.now, two.b.now - this.now]);
    two.fates = [...fates];
    two.onTheWay = async () => {
      two.onTheWay = undefined;
      if (meanwhile !== null) this.pass(0, meanwhile);
    };
    if (what === 'pay') await outcomeOf(two.a.psp.pay(await two.payment()));
    else if (what === 'refund') await this.refund();
    else if (what === 'net') await this.net(byA);
    else if (what === 'settle') await this.settle();
    else await this.advance();
  }

  /** The clocks are right, every time that they showed has come, and everything is brought to its end. */
  async end(): Promise<void> {
    const { a, b } = this.two;
    this.two.fates = [];
    this.two.onTheWay = undefined;
    this.pass(3 * DAY, [0, 0]);
    for (let round = 0; round < 10; round += 1) {
      this.pass(600, [0, 0]);
      await this.advance();
    }
    for (const [bench, byA] of [
      [a, true],
      [b, false],
    ] as const) {
      for (const span of await spansAt(bench)) expect(await this.agree(byA, span)).toBe('ok');
    }
    await this.netGaps();
    await this.settle();
  }

  private async netGaps(): Promise<void> {
    let from = WORLD_NOW - 3 * DAY;
    for (const span of [...(await spansAt(this.two.a)), { from: this.now - 60, until: this.now }]) {
      // Nothing was cleared there, or it is netted now.
      const outcomes = ['ok', 'interconnect_window_invalid'];
      const gap = { from, until: span.from, currency: 'CNY' };
      if (from < span.from) expect(outcomes).toContain(await this.agree(true, gap));
      from = span.until;
    }
  }
}

async function spansAt({ store }: Bench): Promise<{ from: number; until: number; currency: string }[]> {
  const rows = await store.read.all(
    'SELECT from_time, until_time FROM interconnect_settlements ORDER BY from_time',
  );
  return rows.map((row) => ({
    from: Number(row.from_time),
    until: Number(row.until_time),
    currency: 'CNY',
  }));
}

describe.each(engines)('clocks that go ahead and back between two services, on $name', (engine) => {
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  test('OA-ICN-19, OA-ICN-20 lose nothing, and leave nothing that is never netted', {
    timeout: 120_000,
  }, async () => {
    const numRuns = RUNS[engine.name as keyof typeof RUNS];
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 25, maxLength: 40 }), async (acts) => {
        const two = await createTwoServices(actors, engine, { ownArrivals: true });
        try {
          const life = new Life(two);
          for (const one of acts) await life.does(one);
          await life.end();
          const { a, b } = two;
          const owed = [
            [a, CLEARING.atA] as const,
            [b, CLEARING.atB] as const,
            [a, CLEARING.transit] as const,
          ];
          for (const [bench, account] of owed)
            expect([account, await orNothing(bench, account)]).toEqual([account, 0n]);
          expect([await booksBalance(a), await booksBalance(b)]).toEqual([true, true]);
          expect(FUNDED_MINOR - (await a.balance(PAYER_ACCOUNT))).toBe(await b.balance(PAYEE_ACCOUNT));
        } finally {
          await two.close();
        }
      }),
      { numRuns, endOnFailure: true },
    );
  });
});
