import {
  verifyAttestation,
  verifyConfirmation,
  verifyEnrolment,
  verifyMandate,
  verifyPaymentRequest,
  verifyPurchase,
  verifyQuote,
  verifyReceipt,
  verifyStatusList,
} from '../index.ts';
import { IDS } from './actors.ts';
import type { Given } from './cases.ts';
import { CONFIRMED_AT, MANDATE_AT, STATUS_URI } from './claims.ts';

/** The verify functions, called as their users call them in the test world. */

export function judgePayment({ world, now, state }: Given) {
  const { paymentRequest: payment_request, mandate, quote, actors, trustList } = world;
  const { subAccountProof, runtimeProof } = world;
  const proof = {
    ...(subAccountProof === undefined ? {} : { sub_account_proof: subAccountProof }),
    ...(runtimeProof === undefined ? {} : { runtime_proof: runtimeProof }),
  };
  const input = { payment_request, mandate, quote, ...proof, agentKey: actors.agent.publicJwk };
  return verifyPaymentRequest(input, { trustList, now, audience: IDS.psp }, state);
}

export function judgeMandate({ world, now, state }: Given) {
  const { mandate, trustList } = world;
  return verifyMandate({ mandate }, { trustList, now, audience: IDS.psp }, state);
}

export function judgeQuote({ world, now }: Given) {
  const { quote, cart, trustList } = world;
  return verifyQuote({ quote, cart }, { trustList, now, agentId: IDS.agent });
}

export function judgeReceipt({ world, now }: Given) {
  const { sellerReceipt: receipt, trustList, expected } = world;
  return verifyReceipt({ receipt }, { trustList, now, audience: IDS.merchant, expected });
}

export function judgeAttestation({ world, now }: Given) {
  return verifyAttestation(world.attestation, { trustList: world.trustList, now });
}

export function judgeEnrolment({ world, now }: Given) {
  return verifyEnrolment(world.enrolment, { trustList: world.trustList, now, at: CONFIRMED_AT });
}

export function judgeConfirmation({ world }: Given) {
  const { confirmation, shown, actors } = world;
  return verifyConfirmation(
    { confirmation, shown, subjectDigest: shown.iac?.source_isr_digest, agentJkt: actors.agent.jkt },
    {
      now: MANDATE_AT,
      audience: IDS.issuer,
      deviceKey: actors.device.publicJwk,
      deviceId: IDS.device,
      delegator: IDS.delegator,
    },
  );
}

export function judgeStatusList({ world, now }: Given) {
  const { statusList, trustList } = world;
  return verifyStatusList(statusList, { trustList, now, issuer: IDS.issuer, uri: STATUS_URI });
}

export function judgePurchase({ world, now }: Given) {
  return verifyPurchase(world.bundleBytes, { trustListKey: world.actors.trustList.publicJwk, now });
}
