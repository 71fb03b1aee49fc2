import { DAY, IDS, NOW } from '../forge/actors.ts';
import { accept, context, flags, forged, refuse, set, type VectorSuite } from '../forge/cases.ts';
import { CONFIRMED_AT, ENTRY, utc } from '../forge/claims.ts';
import { keyOf } from '../forge/keys.ts';
import { jwsBasics, signatureCases } from './jws.ts';
import { ed25519, schemaCases, shapeCases, trust } from './shared.ts';

const stranger = keyOf('stranger');

export const attestationSuite: VectorSuite = {
  name: 'attestation',
  schema: 'agent-attestation.json',
  groups: [
    {
      operation: 'verify_attestation',
      description: 'The statement of an agent provider that a key is an agent’s.',
      part: 'attestation',
      input: ({ tokens }) => ({ attestation: tokens.attestation }),
      context: trust,
      cases: [
        accept('OA-KEY-07', 'an attestation of the agent’s provider'),
        ed25519('OA-KEY-07'),
        accept(
          'OA-KEY-05',
          'a provider whose clock is 60 seconds ahead',
          set('attestation', '/iat', NOW + 60),
          flags('Edge'),
        ),
        accept('OA-KEY-05', 'the last second', set('attestation', '/exp', NOW + 1), flags('Edge')),
        refuse(
          'OA-KEY-07',
          'jws_signature_invalid',
          'a signature of another key under this certificate',
          forged('attestation', { key: stranger }),
        ),
        ...signatureCases('attestation', { requirement: 'OA-KEY-07', code: 'jws_signature_invalid' }),
        refuse(
          'OA-KEY-09',
          'agent_attestation_invalid',
          'an agent of another domain',
          set('attestation', '/sub', 'did:act:assistant.example.evil/agent-007'),
        ),
        refuse(
          'OA-KEY-09',
          'agent_attestation_invalid',
          'an agent of a domain that ends in the provider’s',
          set('attestation', '/sub', 'did:act:notassistant.example/agent-007'),
        ),
        refuse(
          'OA-KEY-09',
          'agent_attestation_invalid',
          'an agent of another provider',
          set('attestation', '/sub', 'did:act:helper.example/agent-007'),
        ),
        refuse(
          'OA-KEY-05',
          'agent_attestation_expired',
          'an attestation at its expiry',
          set('attestation', '/exp', NOW),
          flags('Edge'),
        ),
        refuse(
          'OA-KEY-05',
          'agent_attestation_expired',
          'an attestation from 61 seconds ahead',
          set('attestation', '/iat', NOW + 61),
          flags('Edge', 'P9'),
        ),
        refuse(
          'OA-TRL-04',
          'issuer_not_trusted',
          'a provider that is not listed',
          set('trust_list', `/entries/${ENTRY.provider}/entity`, 'did:act:assistant.example/other'),
        ),
        refuse(
          'OA-TRL-05',
          'issuer_suspended',
          'a suspended provider',
          set('trust_list', `/entries/${ENTRY.provider}/status`, 'SUSPENDED'),
        ),
        ...jwsBasics('attestation'),
        ...schemaCases('attestation', ['/iss', '/jti', '/iat', '/exp', '/sub', '/cnf']),
        ...shapeCases(
          'attestation',
          ['/cnf/jwk/d', 'A'.repeat(43), 'a private key in the statement'],
          ['/cnf/jwk/crv', 'P-384', 'a key of another curve'],
          ['/sub', 'did:act:assistant.example/agent 007', 'an identifier with a space'],
        ),
      ],
    },
  ],
};

export const enrolmentSuite: VectorSuite = {
  name: 'enrolment',
  schema: 'enrolment.json',
  groups: [
    {
      operation: 'verify_enrolment',
      description:
        'The account side’s statement that a device key is a delegator’s, at the moment `at` when the device spoke.',
      part: 'enrolment',
      input: ({ tokens }) => ({ enrolment: tokens.enrolment }),
      context: (world) => ({ ...trust(world), at: CONFIRMED_AT }),
      cases: [
        accept('OA-KEY-06', 'an enrolment of the delegator’s issuer'),
        ed25519('OA-KEY-06'),
        accept(
          'OA-KEY-08',
          'an issuer whose clock is 60 seconds ahead',
          set('enrolment', '/iat', CONFIRMED_AT + 60),
          flags('Edge'),
        ),
        accept('OA-KEY-08', 'the last second', set('enrolment', '/exp', CONFIRMED_AT + 1), flags('Edge')),
        accept(
          'OA-KEY-08',
          'an enrolment that ran out after the device spoke',
          set('enrolment', '/exp', NOW - 1),
        ),
        refuse(
          'OA-KEY-06',
          'jws_signature_invalid',
          'a signature of another key under this certificate',
          forged('enrolment', { key: stranger }),
        ),
        ...signatureCases('enrolment', { requirement: 'OA-KEY-06', code: 'jws_signature_invalid' }),
        refuse(
          'OA-KEY-08',
          'enrolment_expired',
          'an enrolment that had run out',
          set('enrolment', '/exp', CONFIRMED_AT),
          flags('Edge'),
        ),
        refuse(
          'OA-KEY-08',
          'enrolment_expired',
          'an enrolment made 61 seconds after the device spoke',
          set('enrolment', '/iat', CONFIRMED_AT + 61),
          flags('Edge'),
        ),
        refuse(
          'OA-KEY-08',
          'enrolment_expired',
          'a device that speaks a year later',
          context('/at', NOW + 366 * DAY),
        ),
        refuse(
          'OA-TRL-04',
          'issuer_not_trusted',
          'an issuer that is listed in another role',
          set('trust_list', `/entries/${ENTRY.issuer}/role`, 'LOG'),
        ),
        refuse(
          'OA-TRL-05',
          'issuer_suspended',
          'an issuer that was withdrawn',
          set('trust_list', `/entries/${ENTRY.issuer}/history`, [{ status: 'WITHDRAWN', from: utc(NOW) }]),
        ),
        ...jwsBasics('enrolment'),
        ...schemaCases('enrolment', [
          '/iss',
          '/jti',
          '/iat',
          '/exp',
          '/sub',
          '/device_id',
          '/cnf',
          '/identity_method',
        ]),
        ...shapeCases('enrolment', ['/sub', IDS.device, 'a delegator that is no did']),
      ],
    },
  ],
};
