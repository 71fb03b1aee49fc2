import { accept, flags, input, refuse, type VectorSuite } from '../forge/cases.ts';
import { jwsCases } from './jws.ts';
import { ed25519, schemaCases, shapeCases } from './shared.ts';

export const refusalSuite: VectorSuite = {
  name: 'refusal',
  schema: 'refusal.json',
  groups: [
    {
      operation: 'read_refusal',
      description: 'A refusal is read: form, header, schema. Its signature is judged like that of a receipt.',
      part: 'refusal',
      obligations: [],
      input: ({ tokens }) => ({ refusal: tokens.refusal }),
      context: () => ({}),
      cases: [
        accept('OA-SCH-01', 'a refusal'),
        ed25519('OA-SCH-01'),
        refuse(
          'OA-JWS-03',
          'jws_typ_mismatch',
          'a receipt as a refusal',
          input('/refusal', ({ tokens }) => tokens.receipt),
          flags('J10'),
        ),
        ...jwsCases('refusal'),
        ...schemaCases('refusal', [
          '/iss',
          '/jti',
          '/iat',
          '/exp',
          '/aud',
          '/request_digest',
          '/code',
          '/requirement',
          '/retryability',
        ]),
        ...shapeCases(
          'refusal',
          ['/retryability', 'maybe', 'an advice that does not exist'],
          ['/code', 'Amount Over', 'a code of another form'],
          ['/requirement', 'limit', 'a requirement of another form'],
        ),
      ],
    },
  ],
};
