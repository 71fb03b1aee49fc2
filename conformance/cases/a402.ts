import { bare, IDS, NOW } from '../forge/actors.ts';
import { accept, context, flags, forged, input, refuse, set, type VectorSuite } from '../forge/cases.ts';
import { OTHER_DIGEST, PAID_REQUEST } from '../forge/claims.ts';
import { keyOf } from '../forge/keys.ts';
import { jwsBasics } from './jws.ts';
import { ed25519, jwk, schemaCases, shapeCases, trust } from './shared.ts';

const holder = (path: string, value: Parameters<typeof set>[2]) => set('holder_proof', path, value);
const thief = bare('otherDevice');
const REQUIRED = ['/jti', '/iat', '/htm', '/htu', '/ath', '/body_digest', '/cnf'];

export const a402Suite: VectorSuite = {
  name: 'a402',
  schema: 'holder-proof.json',
  groups: [
    {
      operation: 'verify_payment_proof',
      description:
        'A Payment-Proof at its seller: the receipt, the order it names, the request, and who asks.',
      part: 'holder_proof',
      obligations: [],
      input: ({ tokens }) => ({
        payment_proof: tokens.seller_receipt,
        holder_proof: tokens.holder_proof,
        trade_no: 'trade-1',
      }),
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
          payee: { account: 'acct-rail', psp_id: IDS.psp },
        },
        asked: { ...PAID_REQUEST, resource_id: 'res-1' },
        state: { holder_proof: 'new' },
      }),
      cases: [
        accept('OA-A402-03', 'the request that was paid for, by who paid'),
        ed25519('OA-A402-04'),
        accept('OA-A402-06', 'a holder’s proof 60 seconds old', holder('/iat', NOW - 60), flags('Edge')),
        accept('OA-A402-06', 'a holder’s proof 60 seconds ahead', holder('/iat', NOW + 60), flags('Edge')),
        {
          ...accept('OA-A402-08', 'a seller without memory', context('/state', undefined)),
          obligations: ['replay OA-A402-08'],
        },
        refuse(
          'OA-RCP-09',
          'jws_signature_invalid',
          'a receipt that its service did not sign',
          forged('seller_receipt', { key: keyOf('issuer') }),
          flags('P11'),
        ),
        refuse('OA-A402-09', 'a402_trade_mismatch', 'another trade in plain', input('/trade_no', 'trade-2')),
        refuse(
          'PSD-PAY-A402-09',
          'a402_resource_mismatch',
          'a proof for another resource',
          context('/asked/resource_id', 'res-2'),
          flags('P2'),
        ),
        refuse(
          'OA-A402-03',
          'a402_holder_mismatch',
          'a stolen proof with the thief’s own key',
          forged('holder_proof', { posesAs: thief, key: thief.key }),
          holder('/cnf/jwk', jwk(thief.key)),
          flags('P15'),
        ),
        refuse(
          'OA-A402-04',
          'a402_holder_signature_invalid',
          'a stolen proof in the name of the key that paid',
          forged('holder_proof', { key: thief.key }),
          flags('P15'),
        ),
        refuse(
          'OA-A402-04',
          'a402_holder_signature_invalid',
          'a header that names another key than the one that is stated',
          forged('holder_proof', { header: (header) => ({ ...header, kid: thief.key.jkt }) }),
        ),
        refuse(
          'OA-A402-06',
          'a402_holder_time_out_of_window',
          'a holder’s proof 61 seconds old',
          holder('/iat', NOW - 61),
          flags('Edge', 'P9'),
        ),
        refuse(
          'OA-A402-06',
          'a402_holder_time_out_of_window',
          'a holder’s proof 61 seconds ahead',
          holder('/iat', NOW + 61),
          flags('Edge', 'P9'),
        ),
        refuse(
          'OA-A402-07',
          'a402_holder_proof_mismatch',
          'a holder’s proof for another receipt',
          holder('/ath', OTHER_DIGEST),
          flags('P2'),
        ),
        ...(
          [
            ['/htm', 'POST', 'another method'],
            ['/htu', 'https://rail.example/market/trend?page=2', 'another address'],
            ['/body_digest', OTHER_DIGEST, 'another body'],
          ] as const
        ).map(([path, value, comment]) =>
          refuse(
            'OA-A402-05',
            'a402_holder_request_mismatch',
            `a holder’s proof for ${comment}`,
            holder(path, value),
            flags('P2'),
          ),
        ),
        refuse(
          'OA-A402-08',
          'a402_proof_replayed',
          'a holder’s proof that was sent before',
          context('/state/holder_proof', 'used'),
          flags('P1'),
        ),
        ...jwsBasics('holder_proof').filter(({ comment }) => comment !== 'a claim that stands twice'),
        ...schemaCases('holder_proof', REQUIRED),
        ...shapeCases('holder_proof', ['/htm', 'get', 'a method in small letters']),
      ],
    },
  ],
};
