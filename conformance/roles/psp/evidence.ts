import { digestOf } from '../../forge/drafts.ts';
import type { JsonObject } from '../../forge/json.ts';
import { checkpointOf, leafOfAnchor, rootOf } from '../../forge/log.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import { ownFits } from '../../live/schemas.ts';
import { type Notes, SubjectFault } from '../../run/case.ts';
import { DAY, id, MINUTE } from '../account/bank.ts';
import { ACCOUNT_IDS } from '../account/ids.ts';
import { anchored, recorded } from './cases-records.ts';
import type { Paid, Till } from './till.ts';

/** A payment with what the delegator has confirmed before it: everything that evidence is made of. */
export interface Evidenced {
  readonly paid: Paid;
  readonly shown: JsonObject;
  readonly confirmation: string;
  readonly enrolment: string;
}

function enrolmentOf(till: Till): string {
  const at = till.now();
  const claims = {
    ...{ iss: ACCOUNT_IDS.issuer, jti: id('enr'), iat: at - DAY, exp: at + 300 * DAY },
    ...{ sub: till.settings.delegator, device_id: till.deviceId },
    cnf: { jwk: { ...till.device.key.publicJwk } },
    identity_method: 'account-login',
  } as JsonObject;
  return till.sign('act-enrolment+jwt', 'enrolment.json', claims, till.around.issuer.signer);
}

/** A good payment under a mandate that the delegator's device has confirmed. @throws SubjectFault */
export async function payConfirmed(till: Till, notes: Notes): Promise<Evidenced> {
  const iac = till.iac();
  const { jkt } = till.cast.agent.key;
  const shown: JsonObject = {
    ...{ kind: 'mandate', issuer: ACCOUNT_IDS.issuer, psp_id: till.settings.id },
    agent: { agent_id: SUITE_IDS.agent, jkt },
    summary: { en: 'As the delegator was shown', zh: '用户所见' },
    iac,
  };
  ownFits('shown.json', shown);
  const confirmedAt = till.now() - 2 * MINUTE;
  const subject_digest = String(iac.source_isr_digest);
  const claims = {
    ...{ iss: till.deviceId, sub: till.settings.delegator, aud: ACCOUNT_IDS.issuer, jti: id('cnf') },
    ...{ iat: confirmedAt, exp: confirmedAt + 2 * MINUTE },
    challenge: digestOf({ shown, subject_digest, agent_jkt: jkt }),
    ...{ decision: 'APPROVE', method: 'FACE', channel: 'PHONE' },
  };
  const confirmation = till.sign('act-confirmation+jwt', 'confirmation.json', claims, till.device);
  const confirmed = { user_confirmation_method: 'FACE', user_confirmation_timestamp: utc(confirmedAt) };
  const mandate = till.mandate(iac, {
    claims: { confirmation_digest: till.digest(confirmation), iac: { ...iac, ...confirmed } },
  });
  const enrolment = enrolmentOf(till);
  return { paid: await till.pay(notes, { of: { mandate } }), shown, confirmation, enrolment };
}

/** What shows the payment's record in the log of the suite. @throws SubjectFault */
async function recordOf(till: Till, paid: Paid, notes: Notes): Promise<JsonObject> {
  const record = await recorded(till, paid, notes);
  const claims = await anchored(till, String(paid.payment.quote.claims.out_trade_no));
  const anchor = till.around.anchorTexts[till.around.anchors.indexOf(claims)];
  if (anchor === undefined) throw new SubjectFault('The payment is not anchored.');
  const { key } = till.around.log.signer;
  const root = rootOf([leafOfAnchor(anchor)]);
  return {
    record,
    anchored: { anchor, index: 0, checkpoint: checkpointOf(1, root, { key }), inclusion: [] },
  };
}

/** A file of evidence about a payment, by a status list that says this of its mandate. @throws SubjectFault */
export async function evidenceOf(
  till: Till,
  { paid, shown, confirmation, enrolment }: Evidenced,
  status: 'Active' | 'Revoked',
  notes: Notes,
): Promise<JsonObject> {
  const { payment, receipt, answer } = paid;
  const records = [await recordOf(till, paid, notes)];
  const paidAt = Date.parse(String(receipt.claims.paid_at)) / 1000;
  const statuses = new Map([[till.indexOf(payment.mandate), status]]);
  const trust_list = till.around.trustList();
  const content: JsonObject = {
    ...{ version: '1', trade_no: paid.tradeNo, collected_at: utc(till.now()), log_id: till.around.log.id },
    trust_list,
    purchase: {
      ...{ version: '1', trust_list, agent_attestation: till.attestation(), enrolment, shown, confirmation },
      mandate: payment.mandate.compact,
      status_list: till.around.statusListAt(paidAt, statuses),
      quote: payment.quote.compact,
      payment_request: payment.request.compact,
      receipt: receipt.compact,
      authorization_salt: String(answer.authorization_salt),
    },
    records,
  };
  return { ...content, content_digest: digestOf(content) };
}

/** What a dispute handler has found over it. */
export function findingOver(till: Till, { trade_no = '', content_digest = '' }: JsonObject): string {
  const at = till.now();
  const claims: JsonObject = {
    ...{ iss: ACCOUNT_IDS.handler, jti: id('fnd'), iat: at, exp: at + 30 * DAY, dispute_id: id('dsp') },
    ...{ trade_no, finding: 'COMPENSATED', reason: 'mandate_revoked' },
    evidence: [content_digest],
  };
  return till.sign('act-finding+jwt', 'finding.json', claims, till.around.handler.signer);
}
