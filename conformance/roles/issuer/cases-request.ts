import { EKU } from '../../forge/certificate.ts';
import { canonical, isObject, type JsonObject } from '../../forge/json.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import { NotRun } from '../../run/case.ts';
import { DAY, id, MINUTE } from '../account/bank.ts';
import { ACCOUNT_IDS, CATEGORY } from '../account/ids.ts';
import type { Desk, Issued, RequestSpoils } from './desk.ts';
import {
  badRequest,
  type IssuerCase,
  must,
  mustRefuse,
  mustSucceed,
  negative,
  positive,
  prove,
} from './steps.ts';

const stranger = (desk: Desk) => ({ signer: { ...desk.cast.agent, key: desk.cast.stranger.key } });
const openact = (terms: JsonObject) => (desk: Desk) => {
  const { ext } = desk.iac();
  return { ext: { ...(ext as JsonObject), openact: terms } };
};
const commerce = (terms: JsonObject) => () => ({ ext: { commerce: terms } });
const RECEIPT_ONLY = [EKU.receipt];

/** What each part of a mandate has to say. */
const promises: readonly (readonly [string, string, string, (desk: Desk, issued: Issued) => void])[] = [
  [
    'ADD-IAC-ISS-08',
    'stands-by-itself',
    'A mandate names issuer, agent, bounds and window, and binds the agent’s key.',
    (desk, { claims, iac }) => {
      must(claims.iss === desk.settings.id, `iss is ${String(claims.iss)}.`);
      const { jkt } = claims.cnf as JsonObject;
      must(jkt === desk.cast.agent.key.jkt, 'The mandate binds another key than the agent has proved.');
      must(
        claims.nbf === Date.parse(String(iac.validity_start_time)) / 1000,
        'nbf is not the start of the window.',
      );
      must(
        claims.exp === Date.parse(String(iac.validity_end_time)) / 1000,
        'exp is not the end of the window.',
      );
    },
  ],
  [
    'ADD-IAC-ISS-05',
    'keeps-the-terms',
    'What was asked for and shown is signed, and nothing else.',
    (desk, { claims, iac }) => {
      const {
        user_confirmation_method: _method,
        user_confirmation_timestamp: _time,
        ...signed
      } = claims.iac as JsonObject;
      must(
        canonical(signed) === canonical(desk.sent(iac)),
        'The signed terms are other than those that were asked for.',
      );
    },
  ],
  [
    'OA-MND-03',
    'is-for-one-service',
    'A mandate is made out to the payment service that was asked for.',
    (_, { claims }) => {
      must(claims.aud === SUITE_IDS.psp, `aud is ${JSON.stringify(claims.aud)}.`);
    },
  ],
  [
    'OA-MND-02',
    'has-one-id',
    'jti is the delegation_id and sub the delegator.',
    (desk, { claims, iac }) => {
      must(claims.jti === iac.delegation_id, 'jti is not the delegation_id.');
      must(claims.sub === desk.settings.delegator, 'sub is not the delegator.');
    },
  ],
];

export const requestCases: readonly IssuerCase[] = [
  positive(
    'ADD-IAC-ISS-21',
    'issues',
    'From an agent’s request and a delegator’s yes comes a signed mandate.',
    async (desk, notes) => {
      const [one, other] = [await desk.issue(notes), await desk.issue(notes)];
      must(one.digest !== other.digest, 'Two requests got one mandate.');
    },
  ),
  positive(
    'ADD-IAC-ISS-10',
    'has-a-key-for-mandates',
    'The certificate behind a mandate is for mandates, and that behind the status list for status lists.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      must(
        (await desk.listed(issued, notes)) === 'Active',
        'A fresh mandate is not valid in the status list.',
      );
    },
  ),
  ...promises.map(([requirement, slug, title, hold]) =>
    positive(requirement, `mandate-${slug}`, title, async (desk, notes) =>
      hold(desk, await desk.issue(notes)),
    ),
  ),
  positive(
    'ADD-IAC-ISS-12',
    'mandate-writes-no-default-mode',
    'A mode that was left out stays out of the signed bytes.',
    async (desk, notes) => {
      const { claims } = await desk.issue(notes, { without: 'delegation_mode' });
      must(
        (claims.iac as JsonObject).delegation_mode === undefined,
        'A default was written into the mandate.',
      );
    },
  ),
  positive(
    'ADD-IAC-ISS-13',
    'mandate-writes-no-default-currency',
    'A currency that was left out stays out of the signed bytes.',
    async (desk, notes) => {
      if (desk.settings.currency !== 'CNY')
        throw new NotRun('A mandate without a currency is in CNY, and the subject declares another one.');
      const { claims } = await desk.issue(notes, { without: 'currency' });
      must((claims.iac as JsonObject).currency === undefined, 'A default was written into the mandate.');
    },
  ),
  positive(
    'ADD-IAC-ISS-11',
    'mandate-keeps-names',
    'Members for others, of names in every spelling, come back letter for letter.',
    async (desk, notes) => {
      const { ext } = desk.iac();
      const vendor = { camelCase: 1, snake_case: 2, 'kebab-case': [{ Deep: true }] };
      const { claims } = await desk.issue(notes, { ext: { ...(ext as JsonObject), vendor_private: vendor } });
      const signed = ((claims.iac as JsonObject).ext as JsonObject).vendor_private;
      must(isObject(signed) && canonical(signed) === canonical(vendor), 'Members were renamed or dropped.');
    },
  ),
  positive(
    'OA-MND-06',
    'mandate-names-its-extension',
    'A mandate with constraints of this profile names them as critical, and one without does not.',
    async (desk, notes) => {
      const plain = await desk.issue(notes);
      must(plain.header.crit === undefined, 'A mandate without the block names it.');
      const { header } = await desk.issue(notes, openact({ times_limit: 2 })(desk));
      must(JSON.stringify(header.crit) === '["openact"]', 'The block is not named as critical.');
    },
  ),
  positive(
    'ADD-IAC-ISS-16',
    'request-again-same-question',
    'The same terms again under a new command are the same request: one question, one mandate.',
    async (desk, notes) => {
      const iac = desk.iac();
      const one = await desk.request(iac, notes);
      must((await desk.request(iac, notes)) === one, 'The same request put a second question.');
      await desk.approve(one, notes);
      const again = await desk.ask({}, notes, iac);
      mustSucceed(again, 202);
      must(again.body.confirmation_id === one, 'The same request put a second question.');
    },
  ),
  negative(
    'ADD-IAC-ISS-16',
    'request-id-reused',
    'Other terms under a delegation_id that is taken.',
    async (desk, notes) => {
      const { iac, delegationId, compact } = await desk.issue(notes);
      const other = { ...iac, max_total_amount: 91 };
      mustRefuse(await desk.ask({}, notes, other), 'delegation_id_reused');
      must((await desk.read(delegationId, notes)).mandate === compact, 'The mandate was changed.');
      await desk.issue(notes);
      desk.isProven = true;
    },
  ),
  negative('OA-CMD-02', 'request-replayed', 'A command that was given before.', async (desk, notes) => {
    await prove(desk, notes);
    const command = { claims: { jti: id('cmd') } };
    const iac = desk.iac();
    const confirmationId = await desk.request(iac, notes, { command });
    const other = desk.iac();
    mustRefuse(await desk.ask({ command }, notes, other), 'command_duplicate');
    mustRefuse(await desk.askRead(String(other.delegation_id), notes), 'mandate_unknown');
    await desk.approve(confirmationId, notes);
    desk.open((await desk.read(String(iac.delegation_id), notes)).mandate, iac);
    desk.isProven = true;
  }),
  badRequest(
    'ADD-IAC-ISS-02',
    'intent_incomplete',
    'without-intent',
    'Terms that rest on no intent.',
    () => ({
      without: 'source_isr_digest',
    }),
  ),
  badRequest(
    'ADD-IAC-ISS-14',
    'time_order',
    'ends-before-it-starts',
    'A window whose end is its start.',
    (desk) => {
      const at = utc(desk.now() + DAY);
      return { iac: { validity_start_time: at, validity_end_time: at } };
    },
  ),
  badRequest('ADD-IAC-LCM-08', 'mandate_expired', 'over-already', 'A window that is over.', (desk) => ({
    iac: { validity_start_time: utc(desk.now() - 2 * DAY), validity_end_time: utc(desk.now() - 1) },
  })),
  badRequest('OA-MND-07', 'mandate_lifetime_too_long', 'for-years', 'A window of twenty years.', (desk) => ({
    iac: { validity_end_time: utc(desk.now() + 20 * 365 * DAY) },
  })),
  badRequest(
    'ADD-INT-ICS-07',
    'limit_order',
    'single-over-total',
    'A single limit above the total.',
    commerce({
      max_single_amount: 90.01,
      allowed_merchants: [ACCOUNT_IDS.shop],
      allowed_categories: [CATEGORY],
    }),
  ),
  badRequest(
    'ADD-INT-ICS-08',
    'limit_order',
    'minimum-over-single',
    'A smallest amount above the single limit.',
    commerce({
      max_single_amount: 40,
      min_single_amount: 40.01,
      allowed_merchants: [ACCOUNT_IDS.shop],
      allowed_categories: [CATEGORY],
    }),
  ),
  badRequest(
    'OA-MND-04',
    'mandate_not_pinned',
    'specified-without-payee',
    'SPECIFIED, and no payee named.',
    commerce({
      max_single_amount: 40,
      allowed_categories: [CATEGORY],
    }),
  ),
  badRequest(
    'OA-MND-08',
    'mandate_not_bounded',
    'bounded-without-bounds',
    'BOUNDED, and no category named.',
    () => ({
      iac: { delegation_mode: 'BOUNDED' },
      ext: { commerce: { max_single_amount: 40 } },
    }),
  ),
  badRequest(
    'OA-LIM-05',
    'price_reference_missing',
    'tolerance-of-nothing',
    'A price tolerance without a reference price.',
    (desk) => {
      const { ext } = desk.iac();
      return { ext: { ...(ext as JsonObject), agent_behavior: { price_deviation_tolerance: 5 } } };
    },
  ),
  badRequest(
    'OA-DLG-01',
    'mandate_chain_broken',
    'with-a-parent',
    'Terms that name a mandate above them, without its agent’s word.',
    openact({ parent_mandate: 'A'.repeat(43) }),
  ),
  badRequest(
    'OA-AUT-01',
    'autonomy_terms_missing',
    'level-without-terms',
    'a2p2:L2 without the threshold that it rests on.',
    openact({ autonomy_level: 'a2p2:L2' }),
  ),
  badRequest(
    'OA-AUT-02',
    'autonomy_level_refused',
    'full-autonomy',
    'a2p2:L5, for which it is not set up.',
    () => ({
      iac: { delegation_mode: 'BOUNDED' },
      ext: {
        commerce: { max_single_amount: 40, allowed_categories: [CATEGORY] },
        openact: { autonomy_level: 'a2p2:L5' },
      },
    }),
  ),
  badRequest(
    'OA-CNF-12',
    'confirmation_evidence_mismatch',
    'confirmed-by-itself',
    'Terms in which the agent states the confirmation itself.',
    (desk) => ({
      iac: { user_confirmation_method: 'FACE', user_confirmation_timestamp: utc(desk.now()) },
    }),
  ),
  badRequest('OA-KEY-11', 'delegator_unknown', 'of-nobody', 'A delegator who holds no account.', () => ({
    iac: { delegator_identity: 'did:act:suite.example/nobody' },
  })),
  badRequest(
    'OA-MND-03',
    'mandate_audience_mismatch',
    'for-another-service',
    'A payment service that it makes no mandates out to.',
    () => ({ pspId: SUITE_IDS.unlistedPsp }),
  ),
  badRequest(
    'OA-KEY-03',
    'possession_proof_invalid',
    'signed-by-another',
    'A command that the attested key did not sign.',
    (desk) => ({ command: stranger(desk) }),
  ),
  badRequest(
    'OA-KEY-03',
    'possession_proof_invalid',
    'in-another-name',
    'A command in the name of another agent.',
    () => ({ command: { claims: { iss: SUITE_IDS.otherAgent } } }),
  ),
  badRequest(
    'OA-KEY-04',
    'agent_attestation_invalid',
    'attested-for-another',
    'A statement about another agent than the terms name.',
    () => ({ attestation: { claims: { sub: SUITE_IDS.otherAgent } } }),
  ),
  badRequest(
    'OA-KEY-05',
    'agent_attestation_expired',
    'attestation-from-the-future',
    'A statement that is issued only in two minutes.',
    (desk) => ({
      attestation: { claims: { iat: desk.now() + 2 * MINUTE, exp: desk.now() + DAY } },
    }),
  ),
  badRequest(
    'OA-KEY-05',
    'agent_attestation_expired',
    'attestation-expired',
    'A statement that has run out.',
    (desk) => ({
      attestation: { claims: { iat: desk.now() - 2 * DAY, exp: desk.now() - 1 } },
    }),
  ),
  badRequest(
    'OA-KEY-07',
    'jws_signature_invalid',
    'attestation-forged',
    'A statement that its provider did not sign.',
    (desk) => ({
      attestation: { signer: { ...desk.cast.provider.signer, key: desk.cast.stranger.key } },
    }),
  ),
  badRequest(
    'OA-KEY-09',
    'agent_attestation_invalid',
    'attestation-outside-its-domain',
    'An agent of another domain than its provider.',
    () => ({ agentId: 'did:act:elsewhere.example/agent-1' }),
  ),
  badRequest('OA-TRL-04', 'issuer_not_trusted', 'provider-unknown', 'A provider that nobody lists.', () => ({
    attestation: { claims: { iss: 'did:act:suite.example/unlisted' } },
  })),
  badRequest(
    'OA-PKI-10',
    'x509_eku_mismatch',
    'attestation-with-another-certificate',
    'A statement signed with a certificate for receipts.',
    (desk) => ({
      attestation: {
        signer: desk.cast.institution(SUITE_IDS.provider, 'provider (receipts)', RECEIPT_ONLY).signer,
      },
    }),
  ),
  badRequest(
    'OA-PKI-11',
    'x509_name_mismatch',
    'attestation-in-another-name',
    'A statement signed with a certificate of another provider.',
    (desk) => {
      const over = { uri: 'did:act:suite.example/other-provider' };
      const { signer } = desk.cast.institution(
        SUITE_IDS.provider,
        'provider (name)',
        [EKU.agentProvider],
        over,
      );
      return { attestation: { signer } };
    },
  ),
  badRequest(
    'OA-CMD-05',
    'command_audience_mismatch',
    'for-another-issuer',
    'A command made out to another issuer.',
    () => ({
      command: { claims: { aud: 'did:act:other.example/iac' } },
    }),
  ),
  badRequest(
    'OA-CMD-04',
    'command_target_mismatch',
    'another-action',
    'A command for another action.',
    () => ({
      command: { claims: { action: 'mandate.read' } },
    }),
  ),
  badRequest(
    'OA-CMD-04',
    'command_target_mismatch',
    'another-target',
    'A command for another mandate.',
    () => ({
      command: { claims: { target: 'dlg-another' } },
    }),
  ),
  badRequest(
    'OA-CMD-04',
    'command_target_mismatch',
    'other-terms',
    'Terms that were changed after they were signed for.',
    (desk) => ({ covers: desk.iac() }),
  ),
  badRequest(
    'OA-CMD-03',
    'command_time_out_of_window',
    'too-old',
    'A command of 65 seconds ago.',
    (desk) => ({
      command: { claims: { iat: desk.now() - 65 } },
    }),
  ),
  badRequest(
    'OA-CMD-03',
    'command_time_out_of_window',
    'from-the-future',
    'A command from in two minutes.',
    (desk) => ({
      command: { claims: { iat: desk.now() + 120 } },
    }),
  ),
  badRequest('OA-JWS-02', 'jws_alg_not_allowed', 'without-signature', 'A command with alg none.', () => ({
    command: { forge: { header: (header) => ({ ...header, alg: 'none' }) } },
  })),
  badRequest('OA-JWS-03', 'jws_typ_mismatch', 'of-another-type', 'An act-quote+jwt as a command.', () => ({
    command: { forge: { header: (header) => ({ ...header, typ: 'act-quote+jwt' }) } },
  })),
  badRequest(
    'OA-JSON-01',
    'json_duplicate_member',
    'member-twice',
    'A body that names its terms twice.',
    () => ({
      text: (body) => JSON.stringify(body).replace('{', `{"iac":${JSON.stringify(body.iac)},`),
    }),
  ),
  badRequest('OA-JSON-05', 'json_too_large', 'too-large', 'A body of more than 64 KiB.', () => ({
    text: (body) => `${JSON.stringify(body)}${' '.repeat(65_536)}`,
  })),
  badRequest('OA-JSON-06', 'json_syntax', 'cut-off', 'A body that is cut off.', () => ({
    text: (body) => JSON.stringify(body).slice(0, -1),
  })),
  badRequest(
    'OA-SCH-01',
    'schema_mismatch',
    'unknown-member',
    'A body with a member that nobody knows.',
    () => ({
      text: (body) => JSON.stringify({ ...body, hint: 'x' }),
    }),
  ),
] satisfies readonly IssuerCase[];

export type { RequestSpoils };
