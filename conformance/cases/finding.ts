import { IDS, NOW } from '../forge/actors.ts';
import { accept, context, flags, forged, input, refuse, set, type VectorSuite } from '../forge/cases.ts';
import { EVIDENCE_DIGEST, HANDLER_ENTRY, OTHER_DIGEST } from '../forge/claims.ts';
import type { JsonObject } from '../forge/json.ts';
import { keyOf } from '../forge/keys.ts';
import { jwsBasics, signatureCases } from './jws.ts';
import { ed25519, schemaCases, shapeCases } from './shared.ts';

const PART = 'finding';
const own = (path: string, value: Parameters<typeof set>[2]) => set(PART, path, value);
const listed = (path: string, value: Parameters<typeof set>[2]) =>
  set('disputes_trust_list', `/entries/${HANDLER_ENTRY}${path}`, value);

export const findingSuite: VectorSuite = {
  name: 'finding',
  schema: 'finding.json',
  groups: [
    {
      operation: 'verify_finding',
      description: 'What a dispute handler has found, judged by the payment service that is to act on it.',
      part: PART,
      obligations: [],
      input: ({ tokens }) => ({ finding: tokens.finding }),
      context: ({ tokens, actors }) => ({
        trust_list: tokens.disputes_trust_list,
        trust_list_key: { ...actors.trust.key.publicJwk } as JsonObject,
        expected: { trade_no: 'trade-1', evidence: EVIDENCE_DIGEST },
      }),
      cases: [
        accept('OA-DSP-09', 'a finding of a listed dispute handler'),
        ed25519('OA-DSP-09'),
        accept('OA-DSP-12', 'a finding over several files', own('/evidence/1', OTHER_DIGEST)),
        accept('OA-DSP-09', 'a finding against the user', own('/finding', 'DENIED')),
        accept('OA-DSP-11', 'the last second', own('/exp', NOW + 1), flags('Edge')),
        accept('OA-DSP-11', 'a clock that is a minute ahead', own('/iat', NOW + 60), flags('Edge')),
        refuse('OA-DSP-11', 'finding_expired', 'at its end', own('/exp', NOW), flags('Edge')),
        refuse('OA-DSP-11', 'finding_expired', 'from the future', own('/iat', NOW + 61), flags('Edge')),
        refuse(
          'OA-DSP-10',
          'finding_mismatch',
          'about another trade',
          context('/expected/trade_no', 'trade-2'),
        ),
        refuse('OA-DSP-10', 'finding_mismatch', 'that names another trade', own('/trade_no', 'trade-2')),
        refuse('OA-DSP-12', 'finding_mismatch', 'over other evidence', own('/evidence/0', OTHER_DIGEST)),
        refuse('OA-DSP-12', 'finding_mismatch', 'over no evidence', own('/evidence', [])),
        refuse(
          'OA-DSP-09',
          'jws_signature_invalid',
          'a signature of another key under this certificate',
          forged(PART, { key: keyOf('issuer') }),
          flags('P11'),
        ),
        ...signatureCases(PART, { requirement: 'OA-DSP-09', code: 'jws_signature_invalid' }),
        refuse(
          'OA-TRL-04',
          'issuer_not_trusted',
          'a handler that nobody lists',
          listed('/entity', IDS.otherPsp),
        ),
        refuse(
          'OA-TRL-04',
          'issuer_not_trusted',
          'a handler listed as a payment service',
          listed('/role', 'PSP'),
        ),
        refuse(
          'OA-TRL-05',
          'issuer_suspended',
          'a handler that is suspended',
          listed('/status', 'SUSPENDED'),
        ),
        refuse(
          'OA-JWS-03',
          'jws_typ_mismatch',
          'a receipt as a finding',
          input('/finding', ({ tokens }) => tokens.receipt),
          flags('J10'),
        ),
        ...jwsBasics(PART),
        ...schemaCases(PART, [
          ...['/iss', '/jti', '/iat', '/exp', '/dispute_id', '/trade_no', '/finding', '/reason', '/evidence'],
        ]),
        ...shapeCases(
          PART,
          ['/finding', 'GUILTY', 'an outcome that does not exist'],
          ['/evidence/0', 'all of it', 'evidence that is no digest'],
        ),
      ],
    },
  ],
};
