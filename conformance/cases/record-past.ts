import { IDS, NOW } from '../forge/actors.ts';
import { base64url, sha256 } from '../forge/bytes.ts';
import { accept, type Case, type Change, flags, set, together } from '../forge/cases.ts';
import { ENTRY, utc } from '../forge/claims.ts';
import type { Json } from '../forge/json.ts';
import { INDEX } from '../forge/log.ts';
import { ANCHOR_AT, EVENT_AT, RECORD_AT } from '../forge/record.ts';
import { buildWorld } from '../forge/world.ts';

/** What became of a recorder since: the event is judged by what the list has of its own time. */

const ISSUED_AT = NOW - 10;
const ADMITTED = { status: 'ACTIVE', from: '2025-01-01T00:00:00Z' } as const;

/** The list was issued after all of it, and says something else of one entry. */
function since(place: number, members: Readonly<Record<string, Json>>): Change {
  return together(
    set('trust_list', '/iat', ISSUED_AT),
    set('trust_list', '/issued_at', utc(ISSUED_AT)),
    ...Object.entries(members).map(([name, value]) => set('trust_list', `/entries/${place}/${name}`, value)),
  );
}

const suspended = (
  status: string,
  ...lines: readonly (readonly [string, number])[]
): Record<string, Json> => ({
  status,
  history: [ADMITTED, ...lines.map(([one, from]) => ({ status: one, from: utc(from) }))],
});

const good = (requirement: string, comment: string, ...changes: readonly Change[]): Case => ({
  ...accept(requirement, comment, ...changes),
  values: { verdict: 'VERIFIED', index: INDEX },
});
const noKey = (
  requirement: string,
  comment: string,
  signer: string,
  ...changes: readonly Change[]
): Case => ({
  ...accept(requirement, comment, ...changes),
  values: { verdict: 'PUBLIC_KEY_UNAVAILABLE', signer },
});

const [leaf = ''] = (buildWorld().actors.pspRecords.header.x5c ?? []) as string[];
const thumbprint = base64url(sha256(new Uint8Array(Buffer.from(leaf, 'base64'))));
const revokedFrom = (from: number): Change =>
  since(ENTRY.psp, { revocations: [{ 'x5t#S256': thumbprint, from: utc(from) }] });

export const pastCases: readonly Case[] = [
  good(
    'OA-TRL-11',
    'a service that was suspended since',
    since(ENTRY.psp, suspended('SUSPENDED', ['SUSPENDED', ANCHOR_AT + 1])),
  ),
  good(
    'OA-TRL-11',
    'a service that has left since',
    since(ENTRY.psp, suspended('WITHDRAWN', ['WITHDRAWN', ANCHOR_AT + 1])),
  ),
  good(
    'OA-TRL-11',
    'an agent whose provider was suspended since',
    since(ENTRY.provider, suspended('SUSPENDED', ['SUSPENDED', EVENT_AT + 1])),
  ),
  noKey(
    'OA-TRL-11',
    'a service that was suspended in the second of the event, and still is',
    IDS.psp,
    since(ENTRY.psp, suspended('SUSPENDED', ['SUSPENDED', EVENT_AT])),
    flags('Edge'),
  ),
  noKey(
    'OA-TRL-11',
    'a service that was suspended then and is back',
    IDS.psp,
    since(ENTRY.psp, suspended('ACTIVE', ['SUSPENDED', EVENT_AT - 60], ['ACTIVE', RECORD_AT])),
  ),
  noKey(
    'OA-TRL-11',
    'a service that is suspended since nobody says when',
    IDS.psp,
    since(ENTRY.psp, { status: 'SUSPENDED' }),
  ),
  noKey(
    'OA-TRL-11',
    'an agent whose provider was suspended then',
    IDS.agent,
    since(ENTRY.provider, suspended('SUSPENDED', ['SUSPENDED', EVENT_AT])),
    flags('Edge'),
  ),
  good('OA-TRL-12', 'a certificate that is revoked from a later moment on', revokedFrom(ANCHOR_AT + 1)),
  noKey(
    'OA-TRL-12',
    'a certificate that is revoked from the second of the event on',
    IDS.psp,
    revokedFrom(EVENT_AT),
    flags('Edge'),
  ),
  noKey(
    'OA-TRL-12',
    'a certificate that is revoked without a date',
    IDS.psp,
    since(ENTRY.psp, { revoked_certificates: [thumbprint] }),
  ),
];
