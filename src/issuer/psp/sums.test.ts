/** What amounts add up to can be more than one amount: it is told, agreed on and settled all the same. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SUM_MAX_MINOR } from '../../protocol/limits.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { parseSum } from '../../protocol/money/index.ts';
import { engines } from '../../store/testing/engines.ts';
import { createActors, IDS } from '../../verifier/testing/actors.ts';
import { fundAccount } from './index.ts';
import { booksBalance, FUNDED_MINOR, fresh, outcomeOf, PAYER_ACCOUNT } from './testing/bench.ts';
import {
  type BankActors,
  bankActors,
  CLEARING,
  createTwoServices,
  GREATEST,
  OTHER_PSP,
  type TwoServices,
} from './testing/two-services.ts';

const HOUR = 3_600;
/** Three times the greatest amount. */
const THRICE = { text: '29999999999999.97', minor: 3n * GREATEST.minor };

let actors: BankActors;

beforeAll(async () => {
  actors = await bankActors(await createActors());
});

describe.each(engines)('more than one amount can be, on $name (OA-MNY-04)', (engine) => {
  let two: TwoServices;

  beforeAll(() => engine.start());
  afterAll(() => engine.stop());
  beforeEach(async () => {
    two = await createTwoServices(actors, engine, { greatest: true, ownArrivals: true });
    for (const transferId of ['one', 'two', 'three']) await fund(transferId, GREATEST.minor);
  });
  afterEach(() => two.close());

  const fund = (transferId: string, minor: bigint) =>
    two.a.store.transact((tx) => {
      const money = { currency: 'CNY', minor };
      return fundAccount(tx, { accountId: PAYER_ACCOUNT, money, transferId, now: two.a.now });
    });

  /** The greatest amount under a mandate of its own, which allows no more. */
  async function payGreatest(toolRef: string): Promise<void> {
    const { claims } = readMessage('mandate', two.a.world.mandate);
    const jti = fresh('del');
    const own = { ...claims, jti, iac: { ...claims.iac, delegation_id: jti } };
    const mandate = await signMessage('mandate', own, actors.issuer.signer);
    await two.a.psp.pay(await two.payment({ amount: GREATEST.text, mandate, toolRef }));
  }

  test('is told as a balance', async () => {
    const claims = { iss: IDS.device, action: 'account.read', target: PAYER_ACCOUNT } as const;
    const command = await two.a.command(claims, actors.device.signer);
    const { balance } = await two.a.psp.readAccount(PAYER_ACCOUNT, command);
    expect(parseSum(balance, 'CNY').minor).toBe(THRICE.minor + FUNDED_MINOR);
  });

  test('is refused beyond 64 bits, where nothing moves and everything else goes on (OA-LDG-02)', async () => {
    const { a } = two;
    const room = SUM_MAX_MINOR - (await a.balance(PAYER_ACCOUNT));
    expect(await outcomeOf(fund('one too many', room + 1n))).toBe('store_unavailable');
    expect(await a.balance(PAYER_ACCOUNT)).toBe(SUM_MAX_MINOR - room);
    expect(await outcomeOf(fund('all there is room for', room))).toBe('ok');
    expect(await a.balance(PAYER_ACCOUNT)).toBe(SUM_MAX_MINOR);
    await payGreatest(await a.bindTool({ maxAmount: GREATEST.text }));
    expect(await a.balance(PAYER_ACCOUNT)).toBe(SUM_MAX_MINOR - GREATEST.minor);
  });

  test('is agreed on and settled between two services (OA-ICN-19, OA-ICN-20)', async () => {
    const { a, b } = two;
    const toolRef = await a.bindTool({ maxAmount: GREATEST.text });
    const from = a.now;
    for (let paid = 0; paid < 3; paid += 1) await payGreatest(toolRef);
    two.advance(HOUR);
    const key = { partner: OTHER_PSP, from, until: from + HOUR / 2, currency: 'CNY' };
    const agreed = await a.psp.agreeNetting(key);
    expect(agreed.record).toMatchObject({ trades: 3, amount: THRICE.text, debtor: IDS.psp });
    const arrival = { partner: IDS.psp, evidenceRef: 'transfer-1' };
    await b.psp.recordArrival({ ...arrival, money: parseSum(THRICE.text, 'CNY') });
    expect(await a.psp.settleNetting(key, 'transfer-1')).toMatchObject({ state: 'SETTLED' });
    expect([await a.balance(CLEARING.atA), await b.balance(CLEARING.atB)]).toEqual([0n, 0n]);
    expect([await booksBalance(a), await booksBalance(b)]).toEqual([true, true]);
  });
});
