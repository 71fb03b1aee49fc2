import { bare, IDS, NOW } from '../forge/actors.ts';
import { accept, at, context, flags, forged, refuse, set, type VectorSuite } from '../forge/cases.ts';
import { LIST_ISSUED_AT, LIST_NEXT_UPDATE, utc } from '../forge/claims.ts';
import { keyOf } from '../forge/keys.ts';
import { jwsBasics, signatureCases } from './jws.ts';
import { ed25519, jwk, schemaCases, shapeCases } from './shared.ts';

const INVALID = { requirement: 'OA-TRL-01', code: 'trust_list_signature_invalid' };
const other = bare('otherAgent');

export const trustListSuite: VectorSuite = {
  name: 'trust-list',
  schema: 'trust-list.json',
  groups: [
    {
      operation: 'open_trust_list',
      description: 'A trust list, its pinned key, and the highest sequence seen before.',
      part: 'trust_list',
      obligations: [],
      input: ({ tokens }) => ({ trust_list: tokens.trust_list }),
      context: ({ actors }) => ({ trust_list_key: jwk(actors.trust.key), highest_sequence: 7 }),
      cases: [
        accept('OA-TRL-01', 'a trust list signed by the pinned key'),
        ed25519('OA-TRL-01'),
        accept('OA-TRL-02', 'the last second before next_update', at(LIST_NEXT_UPDATE - 1), flags('Edge')),
        accept(
          'OA-TRL-09',
          'a service whose clock is 60 seconds ahead',
          at(LIST_ISSUED_AT - 60),
          flags('Edge'),
        ),
        accept(
          'OA-TRL-03',
          'a sequence that was seen before',
          context('/highest_sequence', 6),
          flags('Edge'),
        ),
        {
          ...accept(
            'OA-TRL-03',
            'no memory of the lists seen before',
            context('/highest_sequence', undefined),
          ),
          obligations: ['trust_list_rollback OA-TRL-03'],
        },
        refuse(
          'OA-TRL-01',
          INVALID.code,
          'a list signed by another key',
          forged('trust_list', { key: other.key }),
        ),
        refuse(
          'OA-TRL-01',
          INVALID.code,
          'a list that names another key',
          forged('trust_list', { posesAs: other, key: keyOf('trust') }),
        ),
        ...signatureCases('trust_list', INVALID),
        refuse(
          'OA-TRL-07',
          'trust_list_inconsistent',
          'issued_at is not iat',
          set('trust_list', '/issued_at', utc(LIST_ISSUED_AT + 1)),
        ),
        refuse(
          'OA-TRL-07',
          'trust_list_inconsistent',
          'next_update is not exp',
          set('trust_list', '/next_update', utc(LIST_NEXT_UPDATE + 1)),
        ),
        refuse('OA-TRL-08', 'trust_list_inconsistent', 'an entity twice in one role', {
          edits: [{ part: 'trust_list', path: '/entries/3/entity', value: IDS.merchant }],
        }),
        refuse(
          'OA-TRL-09',
          'trust_list_not_yet_valid',
          'a list from 61 seconds ahead',
          at(LIST_ISSUED_AT - 61),
          flags('Edge', 'P9'),
        ),
        refuse(
          'OA-TRL-02',
          'trust_list_stale',
          'a list at its next_update',
          at(LIST_NEXT_UPDATE),
          flags('Edge'),
        ),
        refuse(
          'OA-TRL-03',
          'trust_list_rollback',
          'a sequence below one that was seen',
          context('/highest_sequence', 8),
          flags('Edge'),
        ),
        ...jwsBasics('trust_list'),
        ...schemaCases('trust_list', [
          '/iss',
          '/iat',
          '/exp',
          '/sequence',
          '/issued_at',
          '/next_update',
          '/entries',
          '/entries/0/anchors',
          '/entries/0/history',
        ]),
        ...shapeCases(
          'trust_list',
          ['/sequence', 0, 'a sequence of zero'],
          ['/entries/0/role', 'ROOT', 'a role that does not exist'],
          ['/entries/0/anchors', [], 'an entry without anchors'],
          ['/entries', [], 'a list of nobody'],
          ['/entries/3/history/0/from', '2025-11-20T09:60:00Z', 'a minute that does not exist'],
          ['/exp', NOW + 0.5, 'a fractional exp'],
        ),
      ],
    },
  ],
};
