import { actorsOf, IDS, NOW } from '../forge/actors.ts';
import { base64url } from '../forge/bytes.ts';
import {
  accept,
  type Change,
  context,
  flags,
  forged,
  refuse,
  set,
  type VectorSuite,
} from '../forge/cases.ts';
import { ENTRY, STATUS_INDEX, STATUS_URI, statusBytes, zlibStored } from '../forge/claims.ts';
import type { Json } from '../forge/json.ts';
import { keyOf } from '../forge/keys.ts';
import { jwsBasics, signatureCases } from './jws.ts';
import { ed25519, schemaCases, shapeCases, trust } from './shared.ts';

const lst = (bytes: Uint8Array): Change => set('status_list', '/status_list/lst', base64url(bytes));
const statuses = (values: Readonly<Record<number, number>>): Change => lst(zlibStored(statusBytes(values)));
const status = (value: string): { values: Record<string, Json> } => ({ values: { status: value } });
const active = status('Active');
const SPOILT = 'status_list_malformed';

export const statusListSuite: VectorSuite = {
  name: 'status-list',
  schema: 'status-list.json',
  groups: [
    {
      operation: 'verify_status_list',
      description:
        'A status list, the issuer and the address that the mandate names, and the index to look up.',
      part: 'status_list',
      input: ({ tokens }) => ({ status_list: tokens.status_list }),
      context: (world) => ({ ...trust(world), issuer: IDS.issuer, uri: STATUS_URI, idx: STATUS_INDEX }),
      cases: [
        { ...accept('OA-STL-04', 'a status list of the mandate’s issuer'), ...active },
        { ...ed25519('OA-STL-04'), ...active },
        {
          ...accept(
            'OA-STL-02',
            'an issuer whose clock is 60 seconds ahead',
            set('status_list', '/iat', NOW + 60),
            flags('Edge'),
          ),
          ...active,
        },
        {
          ...accept('OA-STL-02', 'the last second', set('status_list', '/exp', NOW + 1), flags('Edge')),
          ...active,
        },
        { ...accept('OA-STL-03', 'a revoked index', statuses({ [STATUS_INDEX]: 1 })), ...status('Revoked') },
        {
          ...accept('OA-STL-03', 'a suspended index', statuses({ [STATUS_INDEX]: 2 })),
          ...status('Suspended'),
        },
        {
          ...accept(
            'OA-STL-03',
            'neighbours that are revoked',
            statuses({ [STATUS_INDEX - 1]: 1, [STATUS_INDEX + 1]: 1 }),
          ),
          ...active,
        },
        {
          ...accept(
            'OA-STL-03',
            'the last index of the list',
            statuses({ 15: 2 }),
            context('/idx', 15),
            flags('Edge'),
          ),
          ...status('Suspended'),
        },
        refuse('OA-STL-03', SPOILT, 'an index outside the list', context('/idx', 16), flags('Edge')),
        refuse('OA-STL-03', SPOILT, 'a value without a meaning', statuses({ [STATUS_INDEX]: 3 })),
        refuse('OA-STL-03', SPOILT, 'bytes that are not zlib', lst(statusBytes({}))),
        refuse(
          'OA-STL-03',
          SPOILT,
          'a stream with a wrong check sum',
          lst(zlibStored(statusBytes({})).map((byte, index) => (index === 14 ? byte ^ 1 : byte))),
        ),
        refuse(
          'OA-STL-03',
          SPOILT,
          'a stream that is cut off',
          lst(zlibStored(statusBytes({})).subarray(0, 9)),
        ),
        refuse(
          'OA-STL-04',
          'jws_signature_invalid',
          'a signature of another key under this certificate',
          forged('status_list', { key: keyOf('issuer') }),
        ),
        ...signatureCases('status_list', { requirement: 'OA-STL-04', code: 'jws_signature_invalid' }),
        refuse(
          'OA-STL-01',
          'mandate_status_mismatch',
          'a list from another address',
          set('status_list', '/sub', `${STATUS_URI}1`),
        ),
        refuse(
          'OA-STL-01',
          'mandate_status_mismatch',
          'a list of another issuer than the mandate’s',
          context('/issuer', 'did:act:otherbank.example/iac'),
        ),
        refuse(
          'OA-STL-02',
          'status_list_stale',
          'a list at its expiry',
          set('status_list', '/exp', NOW),
          flags('Edge'),
        ),
        refuse(
          'OA-STL-02',
          'status_list_stale',
          'a list from 61 seconds ahead',
          set('status_list', '/iat', NOW + 61),
          flags('Edge', 'P9'),
        ),
        refuse(
          'OA-TRL-05',
          'issuer_suspended',
          'a suspended issuer',
          set('trust_list', `/entries/${ENTRY.issuer}/status`, 'SUSPENDED'),
        ),
        refuse(
          'OA-PKI-10',
          'x509_eku_mismatch',
          'a list signed with the mandate key of the issuer',
          { signers: { status_list: actorsOf('ES256').issuer } },
          flags('X5'),
        ),
        ...jwsBasics('status_list'),
        ...schemaCases('status_list', [
          '/iss',
          '/sub',
          '/iat',
          '/exp',
          '/status_list',
          '/status_list/bits',
          '/status_list/lst',
        ]),
        ...shapeCases(
          'status_list',
          ['/status_list/bits', 1, 'a list of one bit'],
          ['/sub', 'file:///etc/passwd', 'an address that is no web address'],
        ),
      ],
    },
  ],
};
