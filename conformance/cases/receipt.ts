import { actorsOf, IDS, NOW } from '../forge/actors.ts';
import { accept, context, flags, forged, input, refuse, set, type VectorSuite } from '../forge/cases.ts';
import { certificateThumbprint } from '../forge/certificate.ts';
import { ENTRY, OTHER_DIGEST } from '../forge/claims.ts';
import { keyOf } from '../forge/keys.ts';
import { jwsBasics, signatureCases } from './jws.ts';
import { ed25519, schemaCases, shapeCases, trust } from './shared.ts';

const PART = 'seller_receipt';
const own = (path: string, value: Parameters<typeof set>[2]) => set(PART, path, value);
const REQUIRED = [
  '/iss',
  '/jti',
  '/iat',
  '/exp',
  '/aud',
  '/trade_no',
  '/out_trade_no',
  '/merchant',
  '/state',
  '/amount',
  '/payer_amount',
  '/currency',
  '/payee',
  '/quote_digest',
  '/request_digest',
  '/agent_jkt',
  '/authorization_digest',
  '/paid_at',
];

/** The chain that the service signs receipts with, as its entry has it for readers of headers. */
const x5c = actorsOf('ES256').psp.header.x5c as string[];
const [leaf = ''] = x5c;
const listed = set('trust_list', `/entries/${ENTRY.psp}/certificates`, [
  { 'x5t#S256': certificateThumbprint(leaf), x5c },
]);

/** A receipt that names its certificate by a thumbprint, as one that has to fit into a header does. */
const named = (thumbprint: string) =>
  forged(PART, { header: ({ x5c: _chain, ...header }) => ({ ...header, 'x5t#S256': thumbprint }) });

const BINDING = ['binding OA-RCP-08', 'binding OA-RCP-01', 'binding OA-RCP-05', 'binding OA-RCP-06'];
const ONCE = 'replay OA-ORD-02';

export const receiptSuite: VectorSuite = {
  name: 'receipt',
  schema: 'receipt.json',
  groups: [
    {
      operation: 'verify_receipt',
      description: 'A receipt handed to the seller, with the order as the seller knows it.',
      part: PART,
      obligations: [ONCE],
      input: ({ tokens }) => ({ receipt: tokens.seller_receipt }),
      context: (world) => ({
        ...trust(world),
        audience: IDS.merchant,
        expected: {
          merchant: IDS.merchant,
          out_trade_no: 'order-0001',
          quote_digest: world.digests.quote,
          amount: '553.50',
          payer_amount: '550.00',
          currency: 'CNY',
          psp_id: IDS.psp,
          agent_jkt: world.actors.agent.key.jkt,
          request_digest: world.digests.payment_request,
          payee: { account: 'acct-rail', psp_id: IDS.psp },
          resource_id: 'res-1',
        },
      }),
      cases: [
        accept('OA-RCP-09', 'a receipt of the expected service'),
        accept('OA-A402-13', 'a certificate by its thumbprint', listed, named(certificateThumbprint(leaf))),
        refuse(
          'OA-JWS-08',
          'jws_key_missing',
          'the thumbprint of a certificate that the list does not have',
          listed,
          named(OTHER_DIGEST),
          flags('J4'),
        ),
        refuse(
          'OA-JWS-08',
          'jws_key_missing',
          'a thumbprint where the entry of the signer lists no certificate',
          named(certificateThumbprint(leaf)),
          flags('J4'),
        ),
        ed25519('OA-RCP-09'),
        accept('OA-RCP-04', 'the last second', own('/exp', NOW + 1), flags('Edge')),
        accept('OA-RCP-03', 'a finished trade', own('/state', 'TRADE_FINISHED')),
        accept('OA-RCP-03', 'a trade that waits for the buyer', own('/state', 'WAIT_BUYER_RECEIPT')),
        accept('OA-RCP-01', 'an amount written with fewer decimals', own('/amount', '553.5')),
        accept(
          'OA-RCP-06',
          'a reader who does not know the request',
          context('/expected/request_digest', undefined),
        ),
        {
          ...accept('OA-RCP-01', 'a reader who does not state the order', context('/expected', undefined)),
          obligations: [...BINDING, ONCE],
        },
        refuse(
          'OA-RCP-09',
          'jws_signature_invalid',
          'a signature of another key under this certificate',
          forged(PART, { key: keyOf('issuer') }),
          flags('P11'),
        ),
        ...signatureCases(PART, { requirement: 'OA-RCP-09', code: 'jws_signature_invalid' }),
        refuse(
          'OA-RCP-08',
          'receipt_psp_mismatch',
          'a receipt of another service than the order names',
          context('/expected/psp_id', IDS.otherPsp),
          flags('P11'),
        ),
        refuse(
          'OA-RCP-02',
          'receipt_audience_mismatch',
          'the agent’s receipt',
          input('/receipt', ({ tokens }) => tokens.receipt),
          flags('J12', 'P2'),
        ),
        refuse(
          'OA-RCP-02',
          'receipt_audience_mismatch',
          'a receipt for another seller',
          own('/aud', IDS.otherMerchant),
          flags('J12', 'P2'),
        ),
        ...['CREATE', 'WAIT_BUYER_PAY', 'TRADE_CLOSED'].map((state) =>
          refuse(
            'OA-RCP-03',
            'receipt_state_not_paid',
            `a trade in state ${state}`,
            own('/state', state),
            flags('P11'),
          ),
        ),
        accept('OA-RCP-11', 'a receipt dated a minute ahead', own('/iat', NOW + 60), flags('Edge')),
        refuse(
          'OA-RCP-11',
          'issued_in_future',
          'a receipt dated a minute and a second ahead',
          own('/iat', NOW + 61),
          flags('Edge'),
        ),
        refuse('OA-RCP-04', 'receipt_expired', 'a receipt at its expiry', own('/exp', NOW), flags('Edge')),
        ...(
          [
            ['/out_trade_no', 'order-0002', 'another order'],
            ['/merchant', IDS.otherMerchant, 'another merchant'],
            ['/quote_digest', OTHER_DIGEST, 'another quote'],
            ['/amount', '553.49', 'a fen less'],
            ['/payer_amount', '549.99', 'another payer amount'],
            ['/currency', 'HKD', 'another currency'],
            ['/payee/account', 'acct-other', 'another account'],
            ['/payee/psp_id', IDS.otherPsp, 'an account elsewhere'],
            ['/resource_id', 'res-2', 'another resource'],
          ] as const
        ).map(([path, value, comment]) =>
          refuse(
            'OA-RCP-01',
            'receipt_order_mismatch',
            `a receipt for ${comment}`,
            own(path, value),
            flags('P11'),
          ),
        ),
        refuse(
          'OA-RCP-05',
          'receipt_holder_mismatch',
          'a receipt given to another key',
          own('/agent_jkt', OTHER_DIGEST),
          flags('P11'),
        ),
        refuse(
          'OA-RCP-06',
          'receipt_request_mismatch',
          'a receipt for another request',
          own('/request_digest', OTHER_DIGEST),
          flags('P11'),
        ),
        refuse(
          'OA-TRL-04',
          'issuer_not_trusted',
          'a payment service that is not listed',
          set('trust_list', `/entries/${ENTRY.psp}/entity`, 'did:act:bank.example/psp2'),
        ),
        refuse(
          'OA-TRL-05',
          'issuer_suspended',
          'a suspended payment service',
          set('trust_list', `/entries/${ENTRY.psp}/status`, 'SUSPENDED'),
        ),
        refuse(
          'OA-JWS-03',
          'jws_typ_mismatch',
          'a refusal as a receipt',
          input('/receipt', ({ tokens }) => tokens.refusal),
          flags('J10', 'P11'),
        ),
        ...jwsBasics(PART),
        ...schemaCases(PART, REQUIRED),
        ...shapeCases(
          PART,
          ['/state', 'PAID', 'a state that does not exist'],
          ['/paid_at', '2026-11-20 09:00:00', 'a time without T and Z'],
        ),
      ],
    },
  ],
};
