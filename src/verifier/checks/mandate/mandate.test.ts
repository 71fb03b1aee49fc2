import type { IacPayload } from '../../../protocol/generated/types.ts';
import type { JsonObject } from '../../../protocol/json/index.ts';
import { signJws } from '../../../protocol/jws/index.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../../protocol/time/index.ts';
import { DAY_SECONDS, IDS, WORLD_NOW } from '../../testing/actors.ts';
import { type NegativeCase, runSuite } from '../../testing/cases.ts';
import { posingAs, put } from '../../testing/changes.ts';
import { judgeMandate } from '../../testing/judges.ts';
import type { World } from '../../testing/world.ts';
import { check as audience } from './audience.ts';
import { check as autonomyTerms } from './autonomy-terms.ts';
import { check as boundedScoped } from './bounded-scoped.ts';
import { check as criticalHeader } from './critical-header.ts';
import { check as identifiers } from './identifiers.ts';
import { check as issued } from './issued.ts';
import { check as knownExtensions } from './known-extensions.ts';
import { check as lifetime } from './lifetime.ts';
import { check as minimumWithinSingle } from './minimum-within-single.ts';
import { check as notExpired } from './not-expired.ts';
import { check as signature } from './signature.ts';
import { check as singleWithinTotal } from './single-within-total.ts';
import { check as specifiedPinned } from './specified-pinned.ts';
import { check as started } from './started.ts';
import { check as status } from './status.ts';
import { check as timeClaims } from './time-claims.ts';
import { check as windowOrder } from './window-order.ts';

const START = WORLD_NOW - 3_600;
const YEAR_SECONDS = 366 * DAY_SECONDS;

function window(start: number, end: number) {
  return {
    iac: (iac: IacPayload) => {
      iac.validity_start_time = formatUtcSeconds(start);
      iac.validity_end_time = formatUtcSeconds(end);
    },
  };
}

function commerce(change: NonNullable<NonNullable<IacPayload['ext']>['commerce']>) {
  return {
    iac: (iac: IacPayload) => {
      iac.ext = { ...iac.ext, commerce: { ...iac.ext?.commerce, ...change } };
    },
  };
}

/** Signs the claims with or without the critical header, whatever they hold. */
async function signedAs(world: World, critical: boolean): Promise<World> {
  const payload = world.mandateClaims as unknown as JsonObject;
  const { signer } = world.actors.issuer;
  return { ...world, mandate: await signJws({ typ: 'act-mandate+jwt', payload, signer, critical }) };
}

const noExtension = {
  iac: (iac: IacPayload) => {
    iac.ext = { commerce: { allowed_merchants: [IDS.merchant] } };
  },
};

type OpenactTerms = NonNullable<NonNullable<IacPayload['ext']>['openact']>;

/** A level, with what else the block says in the place of the world's own. */
function level(autonomy_level: NonNullable<OpenactTerms['autonomy_level']>, rest: OpenactTerms = {}) {
  return {
    iac: (iac: IacPayload) => {
      iac.ext = { ...iac.ext, openact: { ...rest, autonomy_level } };
      delete iac.ext.agent_behavior;
    },
  };
}

const autonomy: readonly NegativeCase[] = [
  {
    title: 'a2p2:L1 without the amount up to which the agent pays alone',
    check: autonomyTerms,
    code: 'autonomy_terms_missing',
    changes: level('a2p2:L1'),
  },
  {
    title: 'a2p2:L2 without that amount',
    check: autonomyTerms,
    code: 'autonomy_terms_missing',
    changes: level('a2p2:L2'),
  },
  {
    title: 'a2p2:L3 without a number of payments',
    check: autonomyTerms,
    code: 'autonomy_terms_missing',
    changes: level('a2p2:L3'),
  },
  {
    title: 'a2p2:L4 for one pinned purchase',
    check: autonomyTerms,
    code: 'autonomy_terms_missing',
    changes: level('a2p2:L4'),
  },
];

const form: readonly NegativeCase[] = [
  {
    title: 'a signature of another key under the same certificate',
    check: signature,
    code: 'jws_signature_invalid',
    changes: ({ issuer, issuerStatus }) => ({ signers: { mandate: posingAs(issuer, issuerStatus) } }),
  },
  {
    title: 'a mandate for another service',
    check: audience,
    code: 'mandate_audience_mismatch',
    changes: { mandate: put({ aud: 'did:act:otherbank.example/psp' }) },
  },
  {
    title: 'another jti than the delegation',
    check: identifiers,
    code: 'mandate_id_mismatch',
    changes: { mandate: put({ jti: 'dlg-2' }) },
  },
  {
    title: 'another subject than the delegator',
    check: identifiers,
    code: 'mandate_id_mismatch',
    changes: { mandate: put({ sub: 'did:act:bank.example/u-other' }) },
  },
  {
    title: 'a claim that begins earlier than the window',
    check: timeClaims,
    code: 'mandate_time_claims_disagree',
    changes: {
      mandate: (claims) => {
        claims.nbf -= 1;
      },
    },
  },
  {
    title: 'a claim that ends later than the window',
    check: timeClaims,
    code: 'mandate_time_claims_disagree',
    changes: {
      mandate: (claims) => {
        claims.exp += 1;
      },
    },
  },
  {
    title: 'a window of no length',
    check: windowOrder,
    code: 'time_order',
    otherwise: 'mandate_expired',
    changes: window(START, START),
  },
  {
    title: 'a window that ends before it starts',
    check: windowOrder,
    code: 'time_order',
    otherwise: 'mandate_expired',
    changes: window(START, START - 1),
  },
  {
    title: 'a lifetime a second too long',
    check: lifetime,
    code: 'mandate_lifetime_too_long',
    changes: window(START, START + YEAR_SECONDS + 1),
  },
  {
    title: 'a single limit over the total',
    check: singleWithinTotal,
    code: 'limit_order',
    changes: commerce({ max_single_amount: 1800.01 }),
  },
  {
    title: 'a minimum over the single limit',
    check: minimumWithinSingle,
    code: 'limit_order',
    changes: commerce({ min_single_amount: 600.01 }),
  },
  {
    title: 'a minimum over the total, where there is no single limit',
    check: minimumWithinSingle,
    code: 'limit_order',
    changes: {
      iac: put({ ext: { commerce: { min_single_amount: 1800.01, allowed_merchants: [IDS.merchant] } } }),
    },
  },
  {
    title: 'constraints that the header does not call critical',
    check: criticalHeader,
    code: 'mandate_extension_not_critical',
    alter: (world) => signedAs(world, false),
  },
  {
    title: 'a critical header without constraints',
    check: criticalHeader,
    code: 'mandate_extension_not_critical',
    changes: noExtension,
    alter: (world) => signedAs(world, true),
  },
  {
    title: 'a constraint that is not known',
    check: knownExtensions,
    code: 'mandate_extension_unknown',
    changes: {
      iac: (iac) => {
        iac.ext = { ...iac.ext, openact: { ...iac.ext?.openact, max_per_day: 1 } as object };
      },
    },
  },
];

const use: readonly NegativeCase[] = [
  {
    title: 'a mandate at its end',
    check: notExpired,
    code: 'mandate_expired',
    changes: window(START, WORLD_NOW),
  },
  {
    title: 'a mandate that is dated 61 seconds ahead',
    check: issued,
    code: 'issued_in_future',
    changes: { mandate: put({ iat: WORLD_NOW + 61 }) },
  },
  {
    title: 'a mandate a second before its start',
    check: started,
    code: 'mandate_not_yet_valid',
    changes: window(WORLD_NOW + 1, WORLD_NOW + 60),
  },
  { title: 'a suspended mandate', check: status, code: 'mandate_suspended', state: { status: 'Suspended' } },
  { title: 'a revoked mandate', check: status, code: 'mandate_revoked', state: { status: 'Revoked' } },
  {
    title: 'a mandate the issuer does not know',
    check: status,
    code: 'mandate_unknown',
    state: { status: 'unknown' },
  },
  {
    title: 'a mandate whose status nobody gives',
    check: status,
    code: 'mandate_status_unavailable',
    state: { status: 'unavailable' },
  },
  {
    title: 'a status that does not exist',
    check: status,
    code: 'mandate_status_unavailable',
    // A store could hold anything.
    state: { status: 'Expired' as 'Active' },
  },
  {
    title: 'a SPECIFIED mandate that pins nothing',
    check: specifiedPinned,
    code: 'mandate_not_pinned',
    changes: { iac: put({ ext: { commerce: { allowed_categories: ['transport/train'] } } }) },
  },
  {
    title: 'a BOUNDED mandate without categories',
    check: boundedScoped,
    code: 'mandate_not_bounded',
    changes: {
      iac: (iac) => {
        iac.delegation_mode = 'BOUNDED';
        iac.ext = {};
      },
    },
  },
  {
    title: 'a BOUNDED mandate that names no intent',
    check: boundedScoped,
    code: 'mandate_not_bounded',
    changes: {
      iac: (iac) => {
        iac.delegation_mode = 'BOUNDED';
      },
      mandate: (claims) => {
        delete claims.iac.source_isr_digest;
      },
    },
  },
];

runSuite('mandate', {
  folder: import.meta.url,
  judge: judgeMandate,
  refused: [...form, ...use, ...autonomy],
  accepted: [
    { title: 'a mandate that is dated 60 seconds ahead', changes: { mandate: put({ iat: WORLD_NOW + 60 }) } },
    { title: 'a2p2:L0, which needs nothing', changes: level('a2p2:L0') },
    { title: 'a2p2:L2 with a threshold', changes: level('a2p2:L2', { confirm_above: 50 }) },
    { title: 'a2p2:L3 with a number of payments', changes: level('a2p2:L3', { times_limit: 3 }) },
    { title: 'a mandate a second before its end', changes: window(START, WORLD_NOW + 1) },
    { title: 'a mandate at its start', changes: window(WORLD_NOW, WORLD_NOW + 60) },
    { title: 'a lifetime of 366 days', changes: window(START, START + YEAR_SECONDS) },
    { title: 'a single limit equal to the total', changes: commerce({ max_single_amount: 1800 }) },
    { title: 'a minimum equal to the single limit', changes: commerce({ min_single_amount: 600 }) },
    { title: 'a mandate without constraints of this profile', changes: noExtension },
    {
      title: 'a mandate pinned by a quote alone',
      changes: { iac: put({ ext: { openact: { quote_digest: 'A'.repeat(43) } } }) },
    },
    {
      title: 'the last second of the world’s mandate',
      now: parseUtcSeconds(formatUtcSeconds(WORLD_NOW + 5 * DAY_SECONDS)) - 1,
    },
  ],
});
