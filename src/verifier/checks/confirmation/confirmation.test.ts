import type { ConfirmationClaims } from '../../../protocol/generated/types.ts';
import { runSuite } from '../../testing/cases.ts';
import { posingAs, put } from '../../testing/changes.ts';
import { CONFIRMED_AT, MANDATE_AT } from '../../testing/claims.ts';
import { judgeConfirmation } from '../../testing/judges.ts';
import { check as approved } from './approved.ts';
import { check as audience } from './audience.ts';
import { check as challenge } from './challenge.ts';
import { check as deviceIdentity } from './device-identity.ts';
import { check as deviceSignature } from './device-signature.ts';
import { check as evidenceRecorded } from './evidence-recorded.ts';
import { check as glassesLink } from './glasses-link.ts';
import { check as inTime } from './in-time.ts';
import { check as methodChannel } from './method-channel.ts';
import { check as namedByMandate } from './named-by-mandate.ts';
import { check as shownMandate } from './shown-mandate.ts';
import { check as wearer } from './wearer.ts';

type Glasses = NonNullable<ConfirmationClaims['glasses']>;

const SEEN: Glasses = { glasses_id: 'gls-1', link_seen_at: CONFIRMED_AT, wearer: 'MATCHED' };

function through(method: 'GAZE' | 'VOICE', changes: Partial<Glasses> = {}) {
  return { method, channel: 'GLASSES', glasses: { ...SEEN, ...changes } } as const;
}

runSuite('confirmation', {
  folder: import.meta.url,
  judge: judgeConfirmation,
  // These compare it with the mandate: see the purchase.
  elsewhere: [namedByMandate, shownMandate, evidenceRecorded],
  refused: [
    {
      title: 'a signature of another device',
      check: deviceSignature,
      code: 'confirmation_device_mismatch',
      changes: ({ device, otherDevice }) => ({ signers: { confirmation: posingAs(device, otherDevice) } }),
    },
    {
      title: 'a header that names another device key',
      check: deviceSignature,
      code: 'confirmation_device_mismatch',
      changes: ({ device, otherDevice }) => ({ signers: { confirmation: posingAs(otherDevice, device) } }),
    },
    {
      title: 'another device',
      check: deviceIdentity,
      code: 'confirmation_device_mismatch',
      changes: { confirmation: put({ iss: 'dev_2' }) },
    },
    {
      title: 'another delegator',
      check: deviceIdentity,
      code: 'confirmation_device_mismatch',
      changes: { confirmation: put({ sub: 'did:act:bank.example/u-other' }) },
    },
    {
      title: 'a confirmation for another issuer',
      check: audience,
      code: 'confirmation_audience_mismatch',
      changes: { confirmation: put({ aud: 'did:act:otherbank.example/iac' }) },
    },
    {
      title: 'a confirmation at its expiry',
      check: inTime,
      code: 'confirmation_expired',
      changes: { confirmation: put({ exp: MANDATE_AT }) },
    },
    {
      title: 'a confirmation from the future',
      check: inTime,
      code: 'confirmation_expired',
      changes: { confirmation: put({ iat: MANDATE_AT + 61 }) },
    },
    {
      title: 'a confirmation of something else',
      check: challenge,
      code: 'confirmation_challenge_mismatch',
      changes: { confirmation: put({ challenge: 'A'.repeat(43) }) },
    },
    {
      title: 'what was shown, with one word changed afterwards',
      check: challenge,
      code: 'confirmation_challenge_mismatch',
      alter: (world) => ({
        ...world,
        shown: { ...world.shown, summary: { ...world.shown.summary, en: 'Train tickets, 18.00 in all' } },
      }),
    },
    {
      title: 'a confirmation of no subject',
      check: challenge,
      code: 'confirmation_challenge_mismatch',
      alter: (world) => {
        const { iac: _iac, ...shown } = world.shown;
        return { ...world, shown };
      },
    },
    {
      title: 'a gaze at the phone',
      check: methodChannel,
      code: 'confirmation_channel_mismatch',
      changes: { confirmation: put({ method: 'GAZE' }) },
    },
    {
      title: 'a fingerprint on the cashier’s page',
      check: methodChannel,
      code: 'confirmation_channel_mismatch',
      changes: { confirmation: put({ channel: 'CASHIER_PAGE' }) },
    },
    {
      title: 'glasses that the phone did not hear',
      check: glassesLink,
      code: 'glasses_link_lost',
      changes: { confirmation: put(through('VOICE', { link_seen_at: CONFIRMED_AT - 6 })) },
    },
    {
      title: 'glasses heard later than the decision',
      check: glassesLink,
      code: 'glasses_link_lost',
      changes: { confirmation: put(through('GAZE', { link_seen_at: CONFIRMED_AT + 1 })) },
    },
    {
      title: 'glasses of which nothing is said',
      check: glassesLink,
      code: 'glasses_link_lost',
      changes: { confirmation: put({ method: 'GAZE', channel: 'GLASSES' }) },
    },
    {
      title: 'the voice of somebody else',
      check: wearer,
      code: 'wearer_voice_mismatch',
      changes: { confirmation: put(through('VOICE', { wearer: 'NOT_MATCHED' })) },
    },
    {
      title: 'a no',
      check: approved,
      code: 'confirmation_denied',
      changes: { confirmation: put({ decision: 'DENY' }) },
    },
  ],
  accepted: [
    { title: 'a gaze through glasses', changes: { confirmation: put(through('GAZE')) } },
    {
      title: 'the wearer’s voice, through glasses heard 5 s ago',
      changes: { confirmation: put(through('VOICE', { link_seen_at: CONFIRMED_AT - 5 })) },
    },
    {
      title: 'a password on the cashier’s page',
      changes: { confirmation: put({ method: 'PASSWORD', channel: 'CASHIER_PAGE' }) },
    },
    {
      title: 'a confirmation a second before its expiry',
      changes: { confirmation: put({ exp: MANDATE_AT + 1 }) },
    },
    {
      title: 'a confirmation whose clock is 60 s ahead',
      changes: { confirmation: put({ iat: MANDATE_AT + 60 }) },
    },
  ],
});
