import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { digestOfJws } from '../../../protocol/digest/index.ts';
import type { ActError } from '../../../protocol/errors/index.ts';
import type { PayerCodeScanBody } from '../../../protocol/generated/types.ts';
import { sqlite } from '../../../store/testing/sqlite.ts';
import { createActors, IDS } from '../../../verifier/testing/actors.ts';
import {
  type Bench,
  booksBalance,
  FUNDED_MINOR,
  outcomeOf,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
} from '../testing/bench.ts';
import {
  type Agreement,
  type BankActors,
  bankActors,
  createTwoServices,
  OTHER_PSP,
  type TwoServices,
} from '../testing/two-services.ts';
import { newPayerCode } from './codes.ts';
import { payerCodeRoutes } from './routing.ts';

const LIFE_SECONDS = 60;

let actors: BankActors;
let two: TwoServices;
let a: Bench;
let b: Bench;

beforeAll(async () => {
  actors = await bankActors(await createActors());
});

async function agree(agreement: Agreement = {}): Promise<void> {
  two = await createTwoServices(actors, sqlite, agreement);
  ({ a, b } = two);
}

beforeEach(() => agree());
afterEach(() => two.close());

/** The agent asks A for a code of its tool. */
async function given(target = a.toolRef): Promise<string> {
  const { payer_code } = await a.psp.payerCodes.give(
    await a.command({ action: 'payer_code.give', target }, actors.agent.signer),
  );
  return payer_code;
}

async function read(payerCode: string, signer = actors.agent.signer) {
  const command = await a.command({ action: 'payer_code.read', target: payerCode }, signer);
  return a.psp.payerCodes.read(payerCode, command);
}

/** The merchant at B hands in what it scanned, with its offer. */
async function scanBody(payerCode: string, quote: string, over = quote): Promise<PayerCodeScanBody> {
  const params = { digest: await digestOfJws(over) };
  const claims = {
    iss: IDS.merchant,
    aud: OTHER_PSP,
    action: 'payer_code.scan',
    target: payerCode,
    params,
  } as const;
  return { command: await b.command(claims, actors.merchant.signer), quote };
}

const scan = async (payerCode: string, quote: string) =>
  b.psp.payerCodes.scan(payerCode, await scanBody(payerCode, quote));

async function nothingMoved(): Promise<void> {
  expect(await a.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR);
  expect(await b.balance(PAYEE_ACCOUNT)).toBe(0n);
  expect(await booksBalance(a)).toBe(true);
}

describe('a payer code', () => {
  test('is 18 digits behind a prefix of its service, and is for the agent alone to read (OA-ICN-15)', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => given()));
    expect(new Set(codes).size).toBe(20);
    for (const code of codes) expect(code).toMatch(/^(28|29)[0-9]{16}$/);
    expect(await read(codes[0] ?? '')).toMatchObject({ status: 'OPEN' });
    const stranger = { iss: IDS.otherAgent, action: 'payer_code.read', target: codes[0] ?? '' } as const;
    await a.bindTool({ agent: 'otherAgent' });
    const command = await a.command(stranger, actors.otherAgent.signer);
    expect(await outcomeOf(a.psp.payerCodes.read(codes[0] ?? '', command))).toBe('payer_code_unknown');
  });

  test('is given for a bound tool of the agent that asks, and for nothing else (OA-ICN-15)', async () => {
    const others = await a.bindTool({ agent: 'otherAgent' });
    expect(await outcomeOf(given(others))).toBe('tool_invalid');
    expect(await outcomeOf(given('tool-nobody'))).toBe('tool_invalid');
    expect(await outcomeOf(given())).toBe('ok');
  });

  test('that is scanned at B brings the offer to the agent, and moves nothing: the payment does (OA-ICN-18)', async () => {
    const body = await two.payment();
    const code = await given();
    const scanned = await scan(code, body.quote);
    expect(scanned).toEqual({ payer_code: code, psp_id: IDS.psp, status: 'PRESENTED' });
    expect(two.sent).toMatchObject([{ origin: 'https://bank.example', path: '/interconnect/payer-codes' }]);
    await nothingMoved();
    expect(await read(code)).toMatchObject({ status: 'PRESENTED', quote: body.quote });
    expect(await outcomeOf(a.psp.pay(body))).toBe('ok');
    expect(await b.balance(PAYEE_ACCOUNT)).toBe(10_000n);
  });

  test('opens nothing that the mandate does not: over its limit nothing is paid (OA-ICN-18)', async () => {
    const body = await two.payment({ amount: '5000.00' });
    await scan(await given(), body.quote);
    expect(await outcomeOf(a.psp.pay(body))).toBe('amount_over_single_limit');
    await nothingMoved();
  });

  test('is used once; the same offer again is the answer again (OA-ICN-16)', async () => {
    const { quote } = await two.payment();
    const { quote: other } = await two.payment();
    const code = await given();
    await scan(code, quote);
    expect(await outcomeOf(scan(code, other))).toBe('payer_code_used');
    expect(await outcomeOf(scan(code, quote))).toBe('ok');
    expect(await read(code)).toMatchObject({ quote });
    await nothingMoved();
  });

  test('of two merchants at once belongs to one (OA-ICN-16)', async () => {
    const quotes = await Promise.all([two.payment(), two.payment(), two.payment()]);
    const code = await given();
    const outcomes = await Promise.all(quotes.map(({ quote }) => outcomeOf(scan(code, quote))));
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'payer_code_used')).toHaveLength(2);
  });

  test('lives a minute, to the second (OA-ICN-16)', async () => {
    const { quote } = await two.payment();
    const [late, last] = [await given(), await given()];
    two.advance(LIFE_SECONDS - 1);
    expect(await outcomeOf(scan(last, quote))).toBe('ok');
    two.advance(1);
    expect(await outcomeOf(scan(late, quote))).toBe('payer_code_expired');
    expect(await read(late)).toMatchObject({ status: 'EXPIRED' });
    await nothingMoved();
  });

  test('that was given by a clock that was ahead is good in its time, and not until then (OA-ICN-16)', async () => {
    two.advance(7_200);
    const code = await given();
    two.advance(600 - 7_200);
    const { quote } = await two.payment();
    expect(await read(code)).toMatchObject({ status: 'EXPIRED' });
    expect(await outcomeOf(scan(code, quote))).toBe('payer_code_expired');
    expect(await outcomeOf(scan(await given(), quote))).toBe('ok');
    await nothingMoved();
  });

  test('is never given where a longer prefix of a partner would take it (OA-ICN-17)', async () => {
    const own = async (payerCodePrefixes: readonly string[], partner: readonly string[]) => {
      const interconnection = {
        commandSigner: actors.command.signer,
        http: { get: () => Promise.reject(new Error()), post: () => Promise.reject(new Error()) },
        partners: [{ pspId: OTHER_PSP, payerCodePrefixes: partner }],
      };
      await a.restart({ interconnection, payerCodePrefixes });
    };
    // Nine in ten of all codes that begin with 28 are the partner's.
    await own(['28'], ['280', '281', '282', '283', '284', '285', '286', '287', '288']);
    for (let code = 0; code < 20; code += 1) expect(await given()).toMatch(/^289\d{15}$/);
    await own(['28'], ['280', '281', '282', '283', '284', '285', '286', '287', '288', '289']);
    expect(await outcomeOf(given())).toBe('payer_code_unroutable');
  });

  test('that nobody gave is unknown, and one of another service is not taken here (OA-ICN-15, OA-ICN-17)', async () => {
    const { quote } = await two.payment();
    expect(await outcomeOf(scan('280000000000000000', quote))).toBe('payer_code_unknown');
    expect(await outcomeOf(scan('110000000000000000', quote))).toBe('payer_code_unroutable');
    const params = { digest: await digestOfJws(quote) };
    const claims = {
      iss: OTHER_PSP,
      action: 'interconnect.scan',
      target: '620000000000000000',
      params,
    } as const;
    const command = await a.command(claims, actors.otherCommand.signer);
    expect(await outcomeOf(a.psp.payerCodes.takePartnersScan({ command, quote }))).toBe(
      'payer_code_unroutable',
    );
    expect(await outcomeOf(scan(await given(), quote))).toBe('ok');
  });

  test('is passed on by a partner only (OA-ICN-17)', async () => {
    const code = await given();
    const { quote } = await two.payment();
    await two.close();
    await agree({ partnersOfA: [] });
    expect(await outcomeOf(scan(code, quote))).toBe('interconnect_partner_unknown');
    await two.close();
    await agree({ partnersOfB: [] });
    expect(await outcomeOf(scan(code, quote))).toBe('payer_code_unroutable');
    expect(two.sent).toEqual([]);
  });

  test.each([
    ['for another agent', 'quote_agent_mismatch', { aud: IDS.otherAgent }],
    [
      'to an account at a third service',
      'quote_payee_mismatch',
      { payee: { account: 'x', psp_id: IDS.psp } },
    ],
  ])('takes no offer %s (OA-ICN-18)', async (_name, code, quote) => {
    const payerCode = await given();
    const { quote: wrong } = await two.payment({ quote });
    expect(await outcomeOf(scan(payerCode, wrong))).toBe(code);
    expect(await outcomeOf(scan(payerCode, (await two.payment()).quote))).toBe('ok');
  });

  test('takes the offer that the merchant signed for it, and its own only (OA-ICN-18)', async () => {
    const payerCode = await given();
    const { quote } = await two.payment();
    const { quote: other } = await two.payment();
    const swapped = await scanBody(payerCode, other, quote);
    expect(await outcomeOf(b.psp.payerCodes.scan(payerCode, swapped))).toBe('command_target_mismatch');
    const params = { digest: await digestOfJws(quote) };
    const claims = {
      iss: IDS.otherMerchant,
      aud: OTHER_PSP,
      action: 'payer_code.scan',
      target: payerCode,
      params,
    } as const;
    const command = await b.command(claims, actors.otherMerchant.signer);
    expect(await outcomeOf(b.psp.payerCodes.scan(payerCode, { command, quote }))).toBe(
      'command_not_permitted',
    );
    expect(await outcomeOf(scan(payerCode, quote))).toBe('ok');
  });

  test('of a service that both share goes nowhere else', async () => {
    const { quote } = await a.payment({ amount: '100.00' });
    const payerCode = await given();
    const params = { digest: await digestOfJws(quote) };
    const claims = { iss: IDS.merchant, action: 'payer_code.scan', target: payerCode, params } as const;
    const body = { command: await a.command(claims, actors.merchant.signer), quote };
    expect(await a.psp.payerCodes.scan(payerCode, body)).toMatchObject({ psp_id: IDS.psp });
    expect(two.sent).toEqual([]);
  });
});

describe('whose code it is (OA-ICN-17)', () => {
  const A = 'did:act:a.example/psp';
  const B = 'did:act:b.example/psp';
  const ownerOf = (code: string, routes: ReturnType<typeof payerCodeRoutes>): string => {
    try {
      return routes.ownerOf(code.padEnd(18, '0'));
    } catch (error) {
      return (error as ActError).code;
    }
  };

  test('is said by the longest prefix', () => {
    const routes = payerCodeRoutes(A, ['62'], [{ pspId: B, payerCodePrefixes: ['6212', '28'] }]);
    expect(ownerOf('62', routes)).toBe(A);
    expect(ownerOf('6211', routes)).toBe(A);
    expect(ownerOf('6212', routes)).toBe(B);
    expect(ownerOf('28', routes)).toBe(B);
    expect(ownerOf('27', routes)).toBe('payer_code_unroutable');
  });

  test('is the service’s own of every code that it gives, also where others begin like it', () => {
    const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
    const inside = Array.from({ length: 9 }, (_, digit) => `62${digit}`);
    const routes = payerCodeRoutes(A, ['62'], [{ pspId: B, payerCodePrefixes: inside }]);
    const codes = Array.from({ length: 30 }, () => newPayerCode(random, routes, A));
    for (const code of codes) expect([code.length, ownerOf(code, routes)]).toEqual([18, A]);
    const none = payerCodeRoutes(A, ['62'], [{ pspId: B, payerCodePrefixes: [...inside, '629'] }]);
    expect(() => newPayerCode(random, none, A)).toThrow('payer_code_unroutable');
  });

  test('has to have one answer: the service does not start with two, or with what is no prefix', () => {
    const with_ =
      (...prefixes: string[]) =>
      () =>
        payerCodeRoutes(A, ['28', '29'], [{ pspId: B, payerCodePrefixes: prefixes }]);
    expect(with_('30')).not.toThrow();
    expect(with_('29')).toThrow(RangeError);
    for (const wrong of ['', '2a', '1234567']) expect(with_(wrong)).toThrow(RangeError);
  });
});
