import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSubjectFile } from '../../run/subject-file.ts';
import { freePorts } from '../testing/free-ports.ts';
import { runSuite } from '../testing/run-suite.ts';
import { merchantSuite } from './suite.ts';

const SLOW = { timeout: 1_200_000 };
const SHOP = readFileSync(fileURLToPath(new URL('../../examples/a402-shop.mjs', import.meta.url)), 'utf8');
const ASKS =
  "    const answer = await this.command(base, '/payments/validate', wish).catch(() => undefined);\n";

/** What vendors get wrong, put into the seller of another make; and the case that names the clause. */
const MISTAKES: readonly (readonly [mistake: string, find: string, put: string, noticedBy: string])[] = [
  [
    'delivers while the payment service is away',
    ASKS,
    `${ASKS}    if (!answer?.ok && answer?.status !== 403) return;\n`,
    'OA-NET-02/a402-service-away',
  ],
  [
    'is content with any 200 of the payment service',
    'answer?.ok && said?.trade_no === receipt.trade_no && said?.receipt_digest === digest',
    'answer?.ok',
    'PSD-PAY-A402-07/a402-vouched-for-another-trade',
  ],
  [
    'does not forget a delivery that was refused',
    '() => this.deliveries.delete(number)',
    '() => undefined',
    'OA-NET-02/a402-service-away',
  ],
  [
    'believes every listed payment service',
    "    unless(receipt.iss === order.offer.payee.psp_id, 'receipt_psp_mismatch', 'OA-RCP-08');\n",
    '',
    'OA-RCP-08/a402-another-service',
  ],
  [
    'believes certificates for every purpose',
    "  unless(leaf.keyUsage?.includes(purpose), 'x509_eku_mismatch', 'OA-PKI-10');\n",
    '',
    'OA-PKI-10/a402-certificate-purpose',
  ],
  [
    'does not follow the path to an anchor',
    "  unless(isPath, 'x509_chain_broken', 'OA-PKI-03');\n",
    '',
    'OA-PKI-03/a402-certificate-root',
  ],
  [
    'does not look for revoked certificates',
    "  unless(!chain.some(isRevoked), 'x509_revoked', 'OA-PKI-16');\n",
    '',
    'OA-PKI-16/a402-certificate-revoked',
  ],
  [
    'reads signed messages of every type',
    "  unless(header.typ === typ, 'jws_typ_mismatch', 'OA-JWS-03');\n",
    '',
    'OA-JWS-03/a402-receipt-of-another-type',
  ],
  [
    'passes over critical members',
    "  unless(header.crit === undefined, 'jws_crit_unknown', 'OA-JWS-04');\n",
    '',
    'OA-JWS-04/a402-receipt-with-a-critical-member',
  ],
  [
    'takes the last of two members of one name',
    "  unless(named === membersOf(value), 'json_duplicate_member', 'OA-JSON-01');\n",
    '',
    'OA-JSON-01/a402-receipt-member-twice',
  ],
  [
    'refuses only what is too old',
    'Math.abs(iat - seconds()) <= 60',
    'seconds() - iat <= 60',
    'OA-A402-06/a402-holder-from-the-future',
  ],
  [
    'compares addresses without their query',
    'htu === asked.uri',
    "htu.split('?')[0] === asked.uri.split('?')[0]",
    'OA-A402-05/a402-another-query',
  ],
  [
    'compares amounts without their currency',
    "'payer_amount', 'currency', 'resource_id'];",
    "'payer_amount', 'resource_id'];",
    'OA-RCP-01/a402-another-currency',
  ],
  [
    'does not look which resource a receipt is for',
    "'currency', 'resource_id'];",
    "'currency'];",
    'OA-RCP-01/a402-receipt-for-another-resource',
  ],
  [
    'takes receipts of the future',
    "unless(receipt.iat <= seconds() + 60, 'issued_in_future', 'OA-RCP-11');",
    '',
    'OA-RCP-11/a402-receipt-of-the-future',
  ],
  [
    'keeps the money of a second payment',
    'this.giveBack(judged);',
    '',
    'OA-ORD-23/a402-second-payment-goes-back',
  ],
  [
    'does not compare the account that was paid',
    'isOrder && sorted(receipt.payee) === sorted(order.offer.payee)',
    'isOrder',
    'OA-RCP-01/a402-another-payee',
  ],
  [
    'has one salt for every cart',
    'salt: b64(randomBytes(16))',
    "salt: 'AAAAAAAAAAAAAAAAAAAAAA'",
    'OA-DIG-03/a402-carts-are-salted',
  ],
  [
    'believes a trust list that anybody has signed',
    'signedBy(opened, this.key) && claims.exp > seconds()',
    'claims.exp > seconds()',
    'OA-TRL-01/a402-forged-list',
  ],
  [
    'lets refusals be stored on the way',
    "const problem = { ...headers, 'content-type'",
    "const problem = { 'content-type'",
    'OA-A402-11/a402-refusal-is-no-store',
  ],
];

describe('a seller of another make with one mistake', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openact-mistakes-'));
  const program = join(folder, 'shop.mjs');
  const setUp = join(folder, 'setup.json');
  const subject = join(folder, 'subject.yaml');

  beforeAll(async () => {
    const [port = 0, suitePort = 0] = await freePorts(2);
    writeFileSync(program, SHOP);
    execFileSync(process.execPath, [program, 'init', folder, String(port), String(suitePort)]);
    writeFileSync(setUp, JSON.stringify(merchantSuite.setUp?.(readSubjectFile(subject).settings)));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function judged(text: string, ids: readonly string[]) {
    writeFileSync(program, text);
    const server: ChildProcess = spawn(process.execPath, [program, 'serve', folder, setUp]);
    const ended = once(server, 'exit');
    try {
      await Promise.race([once(server.stdout ?? server, 'data'), ended]);
      const { exit, entries } = await runSuite('merchant', subject, ...ids);
      return { exit, verdicts: new Set(entries.map(({ id, verdict }) => `${verdict} ${id}`)) };
    } finally {
      server.kill('SIGKILL');
      await ended;
    }
  }

  const all = [...new Set(MISTAKES.map(([, , , noticedBy]) => `merchant/${noticedBy}`))];

  test('passes, without one, what tells them', SLOW, async () => {
    expect(await judged(SHOP, all)).toEqual({ exit: 0, verdicts: new Set(all.map((id) => `pass ${id}`)) });
  });

  test.each(MISTAKES)('is told by its clause when it %s', SLOW, async (_, find, put, noticedBy) => {
    expect(SHOP.split(find)).toHaveLength(2);
    const id = `merchant/${noticedBy}`;
    const spoilt = SHOP.replace(find, () => put);
    expect(await judged(spoilt, [id])).toEqual({ exit: 1, verdicts: new Set([`fail ${id}`]) });
  });
});
