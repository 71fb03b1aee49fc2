import type { JsonObject } from '../../forge/json.ts';
import { now } from '../../live/cast.ts';
import { answerAsBank } from './bank.ts';
import { IDS } from './players.ts';
import type { Scene, Spoils } from './scene.ts';
import { type AgentCase, type Bad, negative } from './steps.ts';

/** What an agent makes of a mandate whose terms are those that it asked for, and of the list of its states. */

const DAY = 86_400;
const HOUR = 3_600;
const RESERVED = 3;
const readMandate = (scene: Scene): boolean => scene.called('bank', /^\/mandates\/./) > 0;
const readStatus = (scene: Scene): boolean => scene.called('bank', /^\/status-lists\//) > 0;

type Short = Omit<Bad, 'reached' | 'spoils'>;

/** The terms are as asked for; what stands around them is not. */
function badEnvelope(bad: Short, change: (claims: JsonObject) => JsonObject): AgentCase {
  const spoils = { mandate: { claims: change } };
  return negative({ ...bad, slug: `mandate-${bad.slug}`, spoils, reached: readMandate });
}

function badState(bad: Omit<Bad, 'reached'>): AgentCase {
  return negative({ ...bad, reached: readStatus });
}

const envelopes: readonly AgentCase[] = [
  badEnvelope(
    {
      requirement: 'OA-MND-01',
      code: 'mandate_time_claims_disagree',
      slug: 'two-ends',
      title: 'The mandate that comes back says its end twice, and differently.',
    },
    (claims) => ({ ...claims, exp: Number(claims.exp) + DAY }),
  ),
  badEnvelope(
    {
      requirement: 'OA-MND-01',
      code: 'mandate_time_claims_disagree',
      slug: 'two-starts',
      title: 'The mandate that comes back says its start twice, and differently.',
    },
    (claims) => ({ ...claims, nbf: Number(claims.nbf) - DAY }),
  ),
  badEnvelope(
    {
      requirement: 'OA-MND-02',
      code: 'mandate_id_mismatch',
      slug: 'of-another-user',
      title: 'The mandate that comes back names another person in its envelope than in its terms.',
    },
    (claims) => ({ ...claims, sub: 'did:act:suite.example/u-another' }),
  ),
  badEnvelope(
    {
      requirement: 'OA-MND-02',
      code: 'mandate_id_mismatch',
      slug: 'of-another-name',
      title: 'The mandate that comes back has another id in its envelope than in its terms.',
    },
    (claims) => ({ ...claims, jti: 'dlg-another' }),
  ),
  badEnvelope(
    {
      requirement: 'OA-MND-09',
      code: 'issued_in_future',
      slug: 'of-the-future',
      title: 'The mandate that comes back is dated an hour ahead.',
    },
    (claims) => ({ ...claims, iat: now() + HOUR }),
  ),
  negative({
    requirement: 'OA-MND-06',
    code: 'mandate_extension_not_critical',
    slug: 'mandate-critical-without-cause',
    title: 'The header of the mandate calls an extension critical that its terms do not have.',
    spoils: {
      mandate: { forge: { header: (header) => ({ ...header, crit: ['openact'], openact: 1 }) } },
    },
    reached: readMandate,
  }),
];

/** The issuer hands the mandate out, and says with it that it is over; its list of states says nothing yet. */
const told = (status: string): Spoils => ({
  reply: (asked, who, scene) => {
    if (who !== 'bank' || asked.method !== 'GET' || !asked.path.startsWith('/mandates/')) return undefined;
    const honest = answerAsBank(scene, asked);
    return { ...honest, body: JSON.stringify({ ...JSON.parse(honest.body), status }) };
  },
});

const said: readonly AgentCase[] = [
  negative({
    requirement: 'ADD-IAC-LCM-12',
    code: 'mandate_revoked',
    slug: 'mandate-said-to-be-revoked',
    title: 'The issuer says with the mandate that it was revoked, before its list of states does.',
    spoils: told('Revoked'),
    reached: readMandate,
  }),
  negative({
    requirement: 'ADD-IAC-LCM-08',
    code: 'mandate_expired',
    slug: 'mandate-said-to-be-expired',
    title: 'The issuer says with the mandate that it has expired.',
    spoils: told('Expired'),
    reached: readMandate,
  }),
];

const states: readonly AgentCase[] = [
  badState({
    requirement: 'ADD-IAC-LCM-11',
    code: 'mandate_suspended',
    slug: 'a402-mandate-suspended-meanwhile',
    title: 'The mandate was suspended before a bill is paid.',
    kind: 'fetch',
    spoils: { status: 2 },
  }),
  badState({
    requirement: 'OA-STL-01',
    code: 'mandate_status_mismatch',
    slug: 'status-list-of-another-address',
    title: 'The status list says that it is another one than the mandate names.',
    spoils: {
      statusList: { claims: (claims) => ({ ...claims, sub: `${String(claims.sub)}0` }) },
    },
  }),
  badState({
    requirement: 'OA-STL-01',
    code: 'mandate_status_mismatch',
    slug: 'status-list-of-another-issuer',
    title: 'The status list is a good one of another issuer of mandates.',
    spoils: {
      statusList: {
        claims: (claims) => ({ ...claims, iss: IDS.otherIssuer }),
        signer: ({ otherIssuer }) => otherIssuer.signer,
      },
    },
  }),
  badState({
    requirement: 'OA-STL-03',
    code: 'status_list_malformed',
    slug: 'status-list-without-meaning',
    title: 'The status list has a value for the mandate that means nothing.',
    spoils: { status: RESERVED },
  }),
];

export const mandateCases: readonly AgentCase[] = [...envelopes, ...said, ...states];
