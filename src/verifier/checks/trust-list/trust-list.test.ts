import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { verify } from '../../check.ts';
import { readTrustList } from '../../facts/trust-list.ts';
import { WORLD_NOW } from '../../testing/actors.ts';
import { type Given, runSuite } from '../../testing/cases.ts';
import { posingAs, put } from '../../testing/changes.ts';
import { trustListChecks } from '../../trust-list.ts';
import { check as fresh } from './fresh.ts';
import { check as issued } from './issued.ts';
import { check as rollback } from './rollback.ts';
import { check as signature } from './signature.ts';
import { check as timesAgree } from './times-agree.ts';
import { check as uniqueEntries } from './unique-entries.ts';

const HIGHEST_SEEN = 7;
const ISSUED_AT = WORLD_NOW - 3_600;
const NEXT_UPDATE = WORLD_NOW + 86_400;

function judgeTrustList({ world, now }: Given) {
  const { trustListCompact, actors } = world;
  return verify(trustListChecks, () =>
    readTrustList(trustListCompact, actors.trustList.publicJwk, now, HIGHEST_SEEN),
  );
}

runSuite('trust list', {
  folder: import.meta.url,
  judge: judgeTrustList,
  refused: [
    {
      title: 'a list signed by another key',
      check: signature,
      code: 'trust_list_signature_invalid',
      changes: ({ otherAgent, trustList }) => ({ signers: { trustList: posingAs(trustList, otherAgent) } }),
    },
    {
      title: 'a list that names another key',
      check: signature,
      code: 'trust_list_signature_invalid',
      changes: ({ otherAgent, trustList }) => ({ signers: { trustList: posingAs(otherAgent, trustList) } }),
    },
    {
      title: 'a list whose iat is not issued_at',
      check: timesAgree,
      code: 'trust_list_inconsistent',
      changes: { trustList: put({ issued_at: formatUtcSeconds(ISSUED_AT + 1) }) },
    },
    {
      title: 'a list whose exp is not next_update',
      check: timesAgree,
      code: 'trust_list_inconsistent',
      changes: { trustList: put({ next_update: formatUtcSeconds(NEXT_UPDATE + 1) }) },
    },
    {
      title: 'a list that is never valid',
      check: timesAgree,
      code: 'trust_list_inconsistent',
      otherwise: 'trust_list_stale',
      changes: { trustList: put({ exp: ISSUED_AT, next_update: formatUtcSeconds(ISSUED_AT) }) },
    },
    {
      title: 'a list with an entity twice in one role',
      check: uniqueEntries,
      code: 'trust_list_inconsistent',
      changes: {
        trustList: (claims) => {
          claims.entries.push(...claims.entries.slice(0, 1));
        },
      },
    },
    {
      title: 'a list from beyond the clock tolerance',
      check: issued,
      code: 'trust_list_not_yet_valid',
      now: ISSUED_AT - 61,
    },
    { title: 'a list at its next_update', check: fresh, code: 'trust_list_stale', now: NEXT_UPDATE },
    {
      title: 'a list older than one seen',
      check: rollback,
      code: 'trust_list_rollback',
      changes: { trustList: put({ sequence: HIGHEST_SEEN - 1 }) },
    },
  ],
  accepted: [
    { title: 'a list at its issue', now: ISSUED_AT },
    { title: 'a list a second before its next_update', now: NEXT_UPDATE - 1 },
    { title: 'a newer list than one seen', changes: { trustList: put({ sequence: HIGHEST_SEEN + 1 }) } },
  ],
});
