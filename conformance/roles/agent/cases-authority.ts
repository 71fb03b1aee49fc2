import { setTimeout as sleep } from 'node:timers/promises';
import { EKU } from '../../forge/certificate.ts';
import { digestOf } from '../../forge/drafts.ts';
import type { JsonObject } from '../../forge/json.ts';
import { valueAt } from '../../forge/json.ts';
import { now, utc } from '../../live/cast.ts';
import { must } from '../../live/http.ts';
import { type Notes, SubjectFault } from '../../run/case.ts';
import type { Market, Ran } from './market.ts';
import { IDS, SEQUENCE, type Spoilt } from './players.ts';
import type { Scene, Spoils } from './scene.ts';
import { type AgentCase, goodPurchase, mustHaveStopped, negative, positive } from './steps.ts';

/** What an agent asks its user for, and what it takes from the account side and from the trust list. */

const readMandate = (scene: Scene): boolean => scene.called('bank', /^\/mandates\/./) > 0;
const readTrust = (scene: Scene): boolean => scene.called('trust', /^\/trust-list/) > 0;
const readStatus = (scene: Scene): boolean => scene.called('bank', /^\/status-lists\//) > 0;

function firstMandate({ mandates }: Scene): JsonObject {
  const [iac] = mandates;
  if (iac === undefined) throw new SubjectFault('No mandate was asked for.');
  return iac;
}

/** The list of entries with one of them changed. */
export function entry(entity: string, change: JsonObject): Spoilt {
  return {
    claims: (claims) => ({
      ...claims,
      entries: (claims.entries as JsonObject[]).map((one) =>
        one.entity === entity ? { ...one, ...change } : one,
      ),
    }),
  };
}

export const suspended: JsonObject = {
  status: 'SUSPENDED',
  history: [
    { status: 'ACTIVE', from: utc(now() - 400 * 86_400) },
    { status: 'SUSPENDED', from: utc(now() - 3_600) },
  ] as unknown as JsonObject[],
};

/** Whether a text has an amount as a number of its own: the 300 of a time's `08.300Z` or of an id says nothing. */
function saysNumber(text: string, amount: string): boolean {
  return new RegExp(`(?:[A-Z]{3}|(?<![\\w.-]))${amount.replace(/\.00$/, '')}(\\.0+)?(?![\\w-]|\\.\\d)`).test(
    text,
  );
}

interface BadMandate {
  readonly requirement: string;
  readonly code: string;
  readonly slug: string;
  readonly title: string;
  readonly spoils: Parameters<typeof negative>[0]['spoils'];
}

function badMandate(bad: BadMandate): AgentCase {
  return negative({ ...bad, slug: `mandate-${bad.slug}`, reached: readMandate });
}

function badList(bad: BadMandate): AgentCase {
  return negative({ ...bad, slug: `trust-list-${bad.slug}`, reached: readTrust });
}

const asked: readonly AgentCase[] = [
  positive(
    {
      requirement: 'ADD-IAC-ISS-19',
      slug: 'asks-for-what-the-user-said',
      title:
        'The mandate that is asked for bounds amounts, categories and sellers as the user did, and no wider.',
    },
    ({ scene }) => {
      const iac = firstMandate(scene);
      const { wanted } = scene.errand;
      const single = Number(valueAt(iac, '/ext/commerce/max_single_amount') ?? iac.max_total_amount);
      must(Number(iac.max_total_amount) <= Number(wanted.max_total_amount), 'A higher total is asked for.');
      must(single <= Number(wanted.max_single_amount), 'A higher amount for one payment is asked for.');
      must((iac.currency ?? 'CNY') === wanted.currency, 'Another currency is asked for.');
      const within = (path: string, allowed: readonly string[]) => {
        const said = valueAt(iac, path);
        return Array.isArray(said) && said.length > 0 && said.every((one) => allowed.includes(String(one)));
      };
      must(
        within('/ext/commerce/allowed_categories', wanted.allowed_categories),
        'Other categories are asked for.',
      );
      must(
        within('/ext/commerce/allowed_merchants', wanted.allowed_merchants),
        'Other sellers are asked for.',
      );
      must(
        Date.parse(String(iac.validity_end_time)) <= Date.parse(wanted.validity_end_time),
        'It is asked for longer than the user said.',
      );
    },
  ),
  positive(
    {
      requirement: 'ADD-INT-ICS-31',
      slug: 'intents-have-ids-of-their-own',
      title: 'The mandate names its intent, and the sellers are told the same id.',
    },
    ({ scene }) => {
      const { intent_id: intentId } = firstMandate(scene);
      must(typeof intentId === 'string', 'The mandate names no intent.');
      must(
        scene.intents.every(({ body }) => body.intent_id === undefined || body.intent_id === intentId),
        'A seller is told another intent.',
      );
    },
  ),
  positive(
    {
      requirement: 'OA-PRV-01',
      slug: 'sellers-do-not-learn-the-bounds',
      title: 'Sellers learn what is wanted, and nothing of what may be spent.',
    },
    ({ scene }) => {
      const said = JSON.stringify(scene.intents.map(({ body }) => body)) + JSON.stringify(scene.orders);
      must(scene.intents.length > 0, 'No seller was asked.');
      for (const amount of [scene.errand.wanted.max_total_amount, scene.errand.wanted.max_single_amount])
        must(!saysNumber(said, amount), `A seller was told ${amount}.`);
    },
  ),
  negative({
    requirement: 'OA-CNF-02',
    code: 'confirmation_denied',
    slug: 'user-says-no',
    title: 'The user refuses the mandate.',
    spoils: { decision: 'DENY' },
    reached: readMandate,
  }),
];

const granted: readonly AgentCase[] = [
  badMandate({
    requirement: 'ADD-IAC-ISS-04',
    code: 'intent_widened',
    slug: 'higher-total',
    title: 'The mandate that comes back allows a higher total than was asked for.',
    spoils: { iac: (iac) => ({ ...iac, max_total_amount: Number(iac.max_total_amount) * 10 }) },
  }),
  badMandate({
    requirement: 'ADD-IAC-ISS-04',
    code: 'intent_widened',
    slug: 'longer-window',
    title: 'The mandate that comes back is good for longer than was asked for.',
    spoils: { iac: (iac) => ({ ...iac, validity_end_time: utc(now() + 20 * 86_400) }) },
  }),
  badMandate({
    requirement: 'ADD-IAC-ISS-04',
    code: 'intent_widened',
    slug: 'more-sellers',
    title: 'The mandate that comes back allows one more seller.',
    spoils: {
      iac: (iac) => {
        const { ext = {} } = iac as { ext?: JsonObject };
        const commerce = (ext.commerce ?? {}) as JsonObject;
        const sellers = [...((commerce.allowed_merchants ?? []) as string[]), IDS.other];
        return { ...iac, ext: { ...ext, commerce: { ...commerce, allowed_merchants: sellers } } };
      },
    },
  }),
  badMandate({
    requirement: 'ADD-IAC-ISS-04',
    code: 'intent_widened',
    slug: 'another-agent',
    title: 'The mandate that comes back is made out to another agent.',
    spoils: { iac: (iac) => ({ ...iac, agent_id: 'did:act:suite.example/agent-2' }) },
  }),
  badMandate({
    requirement: 'OA-REQ-02',
    code: 'agent_key_mismatch',
    slug: 'another-key',
    title: 'The mandate that comes back is bound to another key.',
    spoils: { mandate: { claims: (claims) => ({ ...claims, cnf: { jkt: digestOf({}) } }) } },
  }),
  badMandate({
    requirement: 'OA-CNF-05',
    code: 'confirmation_digest_mismatch',
    slug: 'another-confirmation',
    title: 'The confirmation that comes with the mandate is not the one that it names.',
    spoils: { otherConfirmation: true },
  }),
  badMandate({
    requirement: 'PSD-PAY-DEL-07',
    code: 'jws_signature_invalid',
    slug: 'forged',
    title: 'The mandate is signed by a key that its certificate does not have.',
    spoils: {
      mandate: {
        signer: ({ issuer, cast }) => ({ key: cast.stranger.key, header: issuer.signer.header }),
      },
    },
  }),
  badMandate({
    requirement: 'OA-PKI-10',
    code: 'x509_eku_mismatch',
    slug: 'certified-for-something-else',
    title: 'The mandate is signed with a certificate of the issuer that is for receipts.',
    spoils: {
      mandate: {
        signer: ({ cast }) => cast.institution(IDS.issuer, 'issuer (receipts)', [EKU.receipt]).signer,
      },
    },
  }),
  badMandate({
    requirement: 'OA-MND-03',
    code: 'mandate_audience_mismatch',
    slug: 'for-another-service',
    title: 'The mandate is made out to another payment service.',
    spoils: { mandate: { claims: (claims) => ({ ...claims, aud: 'did:act:suite.example/other-psp' }) } },
  }),
  negative({
    requirement: 'ADD-IAC-LCM-06',
    code: 'mandate_revoked',
    slug: 'mandate-revoked-meanwhile',
    title: 'The status list says that the mandate was revoked before the payment.',
    spoils: { status: 1 },
    reached: readStatus,
  }),
  negative({
    requirement: 'ADD-IAC-LCM-03',
    code: 'mandate_suspended',
    slug: 'mandate-suspended-meanwhile',
    title: 'The status list says that the mandate is suspended.',
    spoils: { status: 2 },
    reached: readStatus,
  }),
  negative({
    requirement: 'OA-NET-01',
    code: 'mandate_status_mismatch',
    slug: 'status-list-of-a-stranger',
    title: 'The mandate names a status list at an address that the trust list does not have for its issuer.',
    spoils: {
      mandate: {
        claims: (claims) => ({
          ...claims,
          status: { status_list: { idx: 5, uri: 'http://127.0.0.1:9/status-lists/1' } },
        }),
      },
    },
    reached: readMandate,
    hold: ({ scene }) => must(!readStatus(scene), 'It fetched a status list all the same.'),
  }),
  negative({
    requirement: 'OA-STL-02',
    code: 'status_list_stale',
    slug: 'status-list-stale',
    title: 'The status list has run out.',
    spoils: { statusList: { claims: (claims) => ({ ...claims, iat: now() - 900, exp: now() - 600 }) } },
    reached: readStatus,
  }),
  negative({
    requirement: 'OA-STL-04',
    code: 'jws_signature_invalid',
    slug: 'status-list-forged',
    title: 'The status list is signed by a key that its certificate does not have.',
    spoils: {
      statusList: {
        signer: ({ issuer, cast }) => ({ key: cast.stranger.key, header: issuer.signer.header }),
      },
    },
    reached: readStatus,
  }),
];

const hasAsked = (scene: Scene): boolean => scene.called('shop', /^\/quotes/) > 0;

const LIST_SECONDS = 3;
const LOOKS = 5;

/** Lists that are good for some seconds; the quote is made when the last of them is over, and then there is no list. */
function runningOut(): Spoils {
  let end = 0;
  return {
    reply: async ({ path }, who, scene) => {
      if (who === 'shop' && path === '/quotes') {
        while (Date.now() < end * 1_000) await sleep(end * 1_000 - Date.now());
        return undefined;
      }
      if (who !== 'trust') return undefined;
      if (hasAsked(scene)) return { status: 503, type: 'text/plain', body: 'later' };
      end = now() + LIST_SECONDS;
      const soon: Spoilt = { claims: (claims) => ({ ...claims, exp: end, next_update: utc(end) }) };
      return { status: 200, type: 'application/jwt', body: scene.players.trustList(scene.addresses, soon) };
    },
  };
}

/** On a machine that is very slow a list may be over before the agent has read it: that says nothing, and is done again. */
async function boughtPastTheList(market: Market, notes: Notes): Promise<Ran> {
  let ran = await market.run('order', {}, runningOut(), notes);
  for (
    let look = 1;
    look < LOOKS && ran.outcome.code === 'trust_list_stale' && !hasAsked(ran.scene);
    look += 1
  )
    ran = await market.run('order', {}, runningOut(), notes);
  return ran;
}

const lists: readonly AgentCase[] = [
  badList({
    requirement: 'OA-TRL-01',
    code: 'trust_list_signature_invalid',
    slug: 'of-a-stranger',
    title: 'A trust list that somebody else has signed.',
    spoils: { trust: { signer: ({ cast }) => cast.stranger } },
  }),
  badList({
    requirement: 'OA-TRL-01',
    code: 'trust_list_signature_invalid',
    slug: 'forged',
    title: 'A trust list that names the pinned key and is signed by another.',
    spoils: {
      trust: { signer: ({ cast }) => ({ key: cast.stranger.key, header: cast.trust.header }) },
    },
  }),
  badList({
    requirement: 'OA-JWS-02',
    code: 'jws_alg_not_allowed',
    slug: 'unsigned',
    title: 'A trust list without a signature: alg none.',
    spoils: {
      trust: {
        forge: { header: (header) => ({ ...header, alg: 'none' }), signature: () => new Uint8Array() },
      },
    },
  }),
  badList({
    requirement: 'OA-TRL-02',
    code: 'trust_list_stale',
    slug: 'stale',
    title: 'A trust list whose next update is past.',
    spoils: {
      trust: {
        claims: (claims) => ({
          ...claims,
          iat: now() - 7_200,
          issued_at: utc(now() - 7_200),
          exp: now() - 3_600,
          next_update: utc(now() - 3_600),
        }),
      },
    },
  }),
  badList({
    requirement: 'OA-TRL-09',
    code: 'trust_list_not_yet_valid',
    slug: 'of-the-future',
    title: 'A trust list that was issued tomorrow.',
    spoils: {
      trust: {
        claims: (claims) => ({
          ...claims,
          iat: now() + 7_200,
          issued_at: utc(now() + 7_200),
          exp: now() + 90_000,
          next_update: utc(now() + 90_000),
        }),
      },
    },
  }),
  badList({
    requirement: 'OA-TRL-07',
    code: 'trust_list_inconsistent',
    slug: 'two-times',
    title: 'A trust list that says its end twice, and differently.',
    spoils: { trust: { claims: (claims) => ({ ...claims, next_update: utc(now() + 80 * 86_400) }) } },
  }),
  badList({
    requirement: 'OA-TRL-08',
    code: 'trust_list_inconsistent',
    slug: 'one-seller-twice',
    title: 'A trust list that has the same seller in the same role twice.',
    spoils: {
      trust: {
        claims: (claims) => {
          const entries = claims.entries as JsonObject[];
          const again = entries.filter(({ entity }) => entity === IDS.shop);
          return { ...claims, entries: [...entries, ...again] };
        },
      },
    },
  }),
  badList({
    requirement: 'OA-TRL-05',
    code: 'issuer_suspended',
    slug: 'issuer-suspended',
    title: 'The trust list has suspended the issuer of mandates.',
    spoils: { trust: entry(IDS.issuer, suspended) },
  }),
  badList({
    requirement: 'OA-TRL-04',
    code: 'issuer_not_trusted',
    slug: 'issuer-unknown',
    title: 'The trust list knows the issuer in another role only.',
    spoils: { trust: entry(IDS.issuer, { role: 'AGENT_PROVIDER' }) },
  }),
  negative({
    requirement: 'OA-PKI-16',
    code: 'x509_revoked',
    slug: 'trust-list-key-withdrawn',
    title: 'The trust list has withdrawn the certificate that the quote is signed with.',
    spoils: {
      trust: {
        claims: (claims) => ({
          ...claims,
          entries: (claims.entries as JsonObject[]).map((one) => {
            const [certificate] = (one.certificates ?? []) as unknown as JsonObject[];
            const revoked = [String(certificate?.['x5t#S256'])];
            return one.entity === IDS.shop ? { ...one, revoked_certificates: revoked } : one;
          }),
        }),
      },
    },
    reached: ({ orders }) => orders.length > 0,
  }),
  {
    id: 'agent/OA-TRL-03/trust-list-rolled-back',
    requirement: 'OA-TRL-03',
    title: 'A trust list with a lower number than one that was seen before, in an earlier errand.',
    kind: 'negative',
    needs: ['orders'],
    run: async (market, notes) => {
      const memory = market.memory();
      await goodPurchase(market, 'order', notes, {}, memory);
      const older: Spoilt = { claims: (claims) => ({ ...claims, sequence: SEQUENCE - 1 }) };
      const ran = await market.run('order', {}, { trust: older }, notes, memory);
      const bad = {
        ...{ requirement: 'OA-TRL-03', slug: '', title: '', code: 'trust_list_rollback' },
        reached: readTrust,
      };
      mustHaveStopped(ran, bad);
      await goodPurchase(market, 'order', notes, {}, memory);
    },
  },
  {
    id: 'agent/OA-TRL-02/trust-list-runs-out',
    requirement: 'OA-TRL-02',
    title:
      'The trust list that the agent holds runs out while a seller makes its quote, and no other is to be had.',
    kind: 'negative',
    needs: ['orders'],
    run: async (market, notes) => {
      await goodPurchase(market, 'order', notes);
      const { outcome, scene } = await boughtPastTheList(market, notes);
      must(hasAsked(scene), 'It never came as far as a quote.');
      const isOver = outcome.code === 'trust_list_stale' || outcome.code === 'trust_list_unavailable';
      must(isOver, `It ended as ${outcome.status} ${outcome.code ?? ''}, where its list has run out.`);
      must(scene.requests.length + scene.released.length === 0, 'It paid by a list that has run out.');
      await goodPurchase(market, 'order', notes);
    },
  },
  negative({
    requirement: 'OA-TRL-06',
    code: 'trust_list_unavailable',
    slug: 'trust-list-unavailable',
    title: 'The trust list cannot be had.',
    spoils: {
      reply: (_, who) => (who === 'trust' ? { status: 503, type: 'text/plain', body: 'later' } : undefined),
    },
    reached: readTrust,
  }),
];

export const authorityCases: readonly AgentCase[] = [...asked, ...granted, ...lists];
