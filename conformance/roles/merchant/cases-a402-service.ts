import { setTimeout as sleep } from 'node:timers/promises';
import { EKU } from '../../forge/certificate.ts';
import type { JsonObject } from '../../forge/json.ts';
import { SUITE_IDS } from '../../live/cast.ts';
import { type Answer, must, mustRefuse } from '../../live/http.ts';
import type { Reply } from '../../live/server.ts';
import { NotRun } from '../../run/case.ts';
import {
  badProof,
  bill,
  holderProof,
  mustDeliver,
  mustRefuseProof,
  NEEDS,
  proofOf,
  purchase,
  show,
} from './cases-a402.ts';
import type { Misfit } from './counter.ts';
import { type MerchantCase, negative } from './steps.ts';

const WAIT_MS = 15_000;

/** What the payment service signs is held to its own entry of the trust list. */
const SIGNERS: readonly (readonly [Misfit, requirement: string, code: string, title: string])[] = [
  ['purpose', 'OA-PKI-10', 'x509_eku_mismatch', 'a certificate for quotes'],
  ['name', 'OA-PKI-11', 'x509_name_mismatch', 'a certificate in another name'],
  ['expired', 'OA-PKI-06', 'x509_expired', 'a certificate that has run out'],
  ['root', 'OA-PKI-03', 'x509_chain_broken', 'a certificate under the anchor of an agent provider'],
  ['revoked', 'OA-PKI-16', 'x509_revoked', 'a certificate that the trust list names as revoked'],
];

const signerCases = SIGNERS.map(([misfit, requirement, code, title]) =>
  badProof(requirement, code, `certificate-${misfit}`, `A receipt signed with ${title}.`, ({ counter }) => ({
    psp: counter.misfits[misfit].thin,
  })),
);

const header = (more: JsonObject) => ({ forge: { header: (good: JsonObject) => ({ ...good, ...more }) } });

const formCases: readonly MerchantCase[] = [
  badProof(
    'OA-RCP-08',
    'receipt_psp_mismatch',
    'another-service',
    'A receipt of a payment service that the quote does not accept.',
    ({ cast }) => ({ receipt: { claims: { iss: SUITE_IDS.otherPsp } }, psp: cast.otherPsp.thin }),
  ),
  badProof(
    'OA-JWS-02',
    'jws_alg_not_allowed',
    'receipt-without-signature',
    'A receipt with alg none and its honest signature.',
    () => ({ receipt: header({ alg: 'none' }) }),
  ),
  badProof('OA-JWS-03', 'jws_typ_mismatch', 'receipt-of-another-type', 'A refusal as a receipt.', () => ({
    receipt: header({ typ: 'act-refusal+jwt' }),
  })),
  badProof(
    'OA-JWS-04',
    'jws_crit_unknown',
    'receipt-with-a-critical-member',
    'A receipt that may be read only by whoever understands a member that nobody knows.',
    () => ({ receipt: header({ crit: ['suite-unheard-of'], 'suite-unheard-of': 1 }) }),
  ),
  badProof(
    'OA-JSON-01',
    'json_duplicate_member',
    'receipt-member-twice',
    'A receipt that names its state twice, the second time as paid.',
    () => ({
      receipt: { forge: { payloadText: (text) => text.replace('{', '{"state":"TRADE_CLOSED",') } },
    }),
  ),
];

/** Not the buyer's fault: no delivery, and no new bill for what is paid. @throws SubjectFault */
function mustBeLeftOpen(answer: Answer): void {
  must(answer.status >= 500, `Answered ${answer.status}, where the payment service has vouched for nothing.`);
  const { code } = answer.body ?? {};
  mustRefuse(answer, code === 'peer_answer_invalid' ? code : 'peer_unreachable');
}

/** While the payment service answers so, nothing is delivered; afterwards the same payment is good. */
const unvouched = (
  requirement: string,
  slug: string,
  title: string,
  vouching: (answer: JsonObject) => Reply,
): MerchantCase =>
  negative(
    { requirement, slug: `a402-${slug}`, title },
    async (shop, notes) => {
      await purchase(shop, notes);
      const { counter } = shop;
      const owed = await bill(shop, notes);
      const receipt = shop.receipt(owed.quoted, {}, shop.cast.psp.thin);
      const trade = counter.lastTrade();
      const ask = () => show(shop, owed.path, holderProof(shop, receipt, owed.uri, {}, trade), notes);
      const honest = counter.vouching;
      counter.vouching = vouching;
      try {
        mustBeLeftOpen(await ask());
      } finally {
        counter.vouching = honest;
      }
      must(counter.heardOf('fulfilment.confirm', trade) === 0, 'A delivery was told.');
      mustDeliver(await ask());
    },
    NEEDS,
  );

const said = (changes: JsonObject) => (answer: JsonObject) => ({
  status: 200,
  body: JSON.stringify({ ...answer, ...changes }),
});

const answerCases: readonly MerchantCase[] = [
  unvouched(
    'OA-NET-02',
    'service-away',
    'While the payment service cannot say whether a proof stands, nothing is delivered on it.',
    () => ({ status: 503, body: '{}' }),
  ),
  unvouched(
    'PSD-PAY-A402-07',
    'vouched-for-another-trade',
    'What the payment service says about another trade is no word about this one.',
    said({ trade_no: 'trd-of-another' }),
  ),
  unvouched(
    'PSD-PAY-A402-07',
    'vouched-for-another-proof',
    'What the payment service says about another receipt is no word about this one.',
    said({ receipt_digest: 'A'.repeat(43) }),
  ),
];

const refusalIsNoStore = negative(
  { requirement: 'OA-A402-11', slug: 'a402-refusal-is-no-store', title: 'A refusal is no-store.' },
  async (shop, notes) => {
    await purchase(shop, notes);
    const owed = await bill(shop, notes);
    const spoilt = { receipt: { claims: { state: 'TRADE_CLOSED' } } };
    const refused = await show(shop, owed.path, proofOf(shop, owed, spoilt).text, notes);
    mustRefuseProof(refused, 'receipt_state_not_paid');
    const said = refused.headers.get('cache-control') ?? '';
    must(said.includes('no-store'), 'A refusal may be stored on the way.');
    await purchase(shop, notes);
  },
  NEEDS,
);

/** A list of somebody else's making, with a certificate in it that the good list has not. */
const forgedList = negative(
  {
    requirement: 'OA-TRL-01',
    slug: 'a402-forged-list',
    title: 'A proof that only a trust list vouches for which its operator did not sign.',
  },
  async (shop, notes) => {
    const { cast, counter } = shop;
    await purchase(shop, notes);
    const psp = cast.institution(SUITE_IDS.psp, 'psp (newcomer)', [EKU.receipt]);
    const showIt = async (): Promise<void> => {
      const owed = await bill(shop, notes);
      const { status } = await show(shop, owed.path, proofOf(shop, owed, { psp: psp.thin }).text, notes);
      must(status === 402 || status === 503, `A proof that nobody vouches for got ${status}.`);
    };
    counter.forgedList = { by: { ...cast.trust, key: cast.stranger.key }, psp };
    const reads = counter.listReads;
    try {
      for (
        const end = Date.now() + Math.max(WAIT_MS, shop.patience);
        counter.listReads === reads && Date.now() < end;
        await sleep(200)
      )
        await showIt();
      if (counter.listReads === reads) throw new NotRun('The subject did not look at the trust list again.');
      // It has the forged list now, and has not believed it when it came, nor does it later.
      await showIt();
    } finally {
      counter.forgedList = undefined;
    }
    for (const end = Date.now() + Math.max(WAIT_MS, shop.patience); ; await sleep(200)) {
      const owed = await bill(shop, notes);
      const answer = await show(shop, owed.path, proofOf(shop, owed).text, notes);
      // Whoever has no list at hand now accepts nothing, and reads it again.
      if (answer.status !== 503 || Date.now() >= end) return void mustDeliver(answer);
    }
  },
  NEEDS,
);

/** What a seller by the request has to hold about the payment service: who signs for it, and what it says when asked. */
export const a402ServiceCases: readonly MerchantCase[] = [
  ...signerCases,
  ...formCases,
  ...answerCases,
  refusalIsNoStore,
  forgedList,
];
