import { IDS, NOW } from '../forge/actors.ts';
import { digestOfText } from '../forge/bytes.ts';
import {
  accept,
  at,
  type Change,
  context,
  flags,
  forged,
  input,
  refuse,
  set,
  together,
  type VectorSuite,
} from '../forge/cases.ts';
import { ENTRY, OTHER_DIGEST, QUOTE_EXPIRES } from '../forge/claims.ts';
import { digestOf } from '../forge/drafts.ts';
import type { JsonObject } from '../forge/json.ts';
import { keyOf } from '../forge/keys.ts';
import type { World } from '../forge/world.ts';
import { signatureCases } from './jws.ts';
import { ed25519, trust } from './shared.ts';

/** The payer's account is at the other bank; the merchant's is at the bank of the printed world. */
function instructionOf({ tokens, actors, digests }: World): JsonObject {
  return {
    trade_no: 'trade-other-1',
    intent_id: 'intent-1',
    out_trade_no: 'order-0001',
    merchant: IDS.merchant,
    agent_id: IDS.agent,
    agent_jkt: actors.agent.key.jkt,
    method_id: IDS.method,
    amount: '550.00',
    currency: 'CNY',
    quote: tokens.quote,
    request_digest: digests.payment_request,
    authorization_digest: OTHER_DIGEST,
  };
}

/** Another instruction, and a command over it. */
function instructed(change: JsonObject): Change {
  const changed = (world: World): JsonObject => ({ ...instructionOf(world), ...change });
  const members = Object.entries(change).map(([name, value]) => input(`/instruction/${name}`, value));
  return together(
    ...members,
    input('/signed_digest', (world) => digestOf(changed(world))),
  );
}

const MISMATCH = ['OA-ICN-03', 'interconnect_instruction_mismatch'] as const;

export const interconnectSuite: VectorSuite = {
  name: 'interconnect',
  groups: [
    {
      operation: 'verify_instruction',
      description:
        'What another payment service instructs, judged by the service that keeps the payee’s account.',
      part: 'quote',
      input: (world) => ({
        instruction: instructionOf(world),
        sender: IDS.otherPsp,
        signed_digest: digestOf(instructionOf(world)),
      }),
      context: (world) => ({
        ...trust(world),
        audience: IDS.psp,
        state: { payee_owner: IDS.merchant, partners: [IDS.otherPsp] },
      }),
      cases: [
        accept('OA-ICN-03', 'an instruction for what the merchant offers'),
        accept('OA-ICN-03', 'an instruction without an intent', instructed({ intent_id: 'intent-2' })),
        refuse(
          'OA-ICN-02',
          'interconnect_instruction_altered',
          'an instruction that the command was not signed over',
          input('/signed_digest', OTHER_DIGEST),
        ),
        refuse(
          'OA-ICN-02',
          'interconnect_instruction_altered',
          'a command over no instruction',
          input('/signed_digest', undefined),
        ),
        refuse(
          'OA-ICN-01',
          'interconnect_partner_unknown',
          'a service that is no partner',
          input('/sender', 'did:act:third.example/psp'),
        ),
        refuse(
          'OA-ICN-01',
          'interconnect_partner_unknown',
          'a service without partners',
          context('/state/partners', undefined),
        ),
        refuse(...MISMATCH, 'less than the merchant offers', instructed({ amount: '520.00' }), flags('P4')),
        refuse(
          ...MISMATCH,
          'a fen more than the merchant offers',
          instructed({ amount: '550.01' }),
          flags('Edge'),
        ),
        refuse(...MISMATCH, 'another order', instructed({ out_trade_no: 'order-0002' }), flags('P2')),
        refuse(...MISMATCH, 'another merchant', instructed({ merchant: IDS.otherMerchant }), flags('P2')),
        refuse(...MISMATCH, 'another currency', instructed({ currency: 'USD' }), flags('P5')),
        refuse(
          'OA-QUO-05',
          'quote_psp_not_accepted',
          'a method that the merchant does not accept',
          instructed({ method_id: IDS.otherMethod }),
        ),
        refuse(
          'OA-QUO-03',
          'quote_agent_mismatch',
          'another agent',
          instructed({ agent_id: IDS.otherAgent }),
        ),
        refuse(
          'OA-QUO-01',
          'quote_expired',
          'an instruction after pay_before',
          at(QUOTE_EXPIRES),
          flags('P10'),
        ),
        ...(['ESCROW'] as const).map((settlement) =>
          refuse(
            'OA-ICN-04',
            'interconnect_settlement_unsupported',
            'money that would have to be held',
            set('quote', '/settlement', settlement),
          ),
        ),
        refuse(
          'OA-QUO-04',
          'quote_payee_mismatch',
          'an account that a partner keeps',
          set('quote', '/payee/psp_id', IDS.otherPsp),
        ),
        refuse(
          'OA-QUO-04',
          'quote_payee_mismatch',
          'an account of another merchant',
          context('/state/payee_owner', IDS.otherMerchant),
        ),
      ],
    },
    {
      operation: 'verify_refusal',
      description: 'A signed refusal, on whose strength a payment service gives its payer the money back.',
      part: 'refusal',
      input: ({ tokens }) => ({ refusal: tokens.refusal }),
      context: (world) => ({
        ...trust(world),
        expected: {
          psp_id: IDS.psp,
          audience: IDS.agent,
          request_digest: digestOfText(world.tokens.payment_request),
        },
      }),
      cases: [
        accept('OA-ICN-07', 'a refusal of this instruction'),
        ed25519('OA-ICN-07'),
        ...(
          [
            ['psp_id', IDS.otherPsp, 'a refusal of another service'],
            ['audience', IDS.otherAgent, 'a refusal to somebody else'],
            ['request_digest', OTHER_DIGEST, 'a refusal of something else'],
          ] as const
        ).map(([member, value, comment]) =>
          refuse('OA-ICN-07', 'peer_answer_invalid', comment, context(`/expected/${member}`, value)),
        ),
        refuse(
          'OA-ICN-07',
          'peer_answer_invalid',
          'a refusal that is over',
          set('refusal', '/exp', NOW),
          flags('Edge'),
        ),
        refuse(
          'OA-ICN-07',
          'peer_answer_invalid',
          'a refusal signed by another key under this certificate',
          forged('refusal', { key: keyOf('otherMerchant') }),
        ),
        ...signatureCases('refusal', { requirement: 'OA-ICN-07', code: 'peer_answer_invalid' }),
        refuse(
          'OA-TRL-05',
          'issuer_suspended',
          'a refusal of a suspended service',
          set('trust_list', `/entries/${ENTRY.psp}/status`, 'SUSPENDED'),
        ),
      ],
    },
  ],
};
