import { bare, IDS } from '../forge/actors.ts';
import {
  accept,
  type Change,
  context,
  flags,
  forged,
  input,
  refuse,
  remove,
  set,
  together,
  type VectorSuite,
} from '../forge/cases.ts';
import { CONFIRMED_AT, MANDATE_AT, OTHER_DIGEST } from '../forge/claims.ts';
import { valueAt } from '../forge/json.ts';
import { keyOf } from '../forge/keys.ts';
import { jwsCases, signatureCases } from './jws.ts';
import { ed25519, jwk, schemaCases, shapeCases } from './shared.ts';

const other = bare('otherDevice');
const CODE = 'confirmation_device_mismatch';
const now = { now: MANDATE_AT };
const CHALLENGE = 'confirmation_challenge_mismatch';

const CHANNEL = 'confirmation_channel_mismatch';
const LINK = 'glasses_link_lost';

/** A yes through glasses that the phone heard so many seconds from the moment of the decision. */
function through(method: 'GAZE' | 'VOICE', heard = 0): Change {
  const glasses = { glasses_id: 'gls-1', link_seen_at: CONFIRMED_AT + heard, wearer: 'MATCHED' };
  return together(
    set('confirmation', '/method', method),
    set('confirmation', '/channel', 'GLASSES'),
    set('confirmation', '/glasses', glasses),
  );
}

const suite: VectorSuite = {
  name: 'confirmation',
  schema: 'confirmation.json',
  groups: [
    {
      operation: 'verify_confirmation',
      description:
        'What the user was shown, and the enrolled device’s answer, at the moment when the issuer relies on it.',
      part: 'confirmation',
      input: ({ tokens, objects, actors }) => ({
        confirmation: tokens.confirmation,
        shown: objects.shown,
        subject_digest: valueAt(objects.shown, '/iac/source_isr_digest') ?? '',
        agent_jkt: actors.agent.key.jkt,
      }),
      context: ({ actors }) => ({
        audience: IDS.issuer,
        device_key: jwk(actors.device.key),
        device_id: IDS.device,
        delegator: IDS.delegator,
      }),
      cases: [
        accept('OA-CNF-06', 'a confirmation of the enrolled device'),
        ed25519('OA-CNF-06'),
        accept('OA-CNF-03', 'the last second', set('confirmation', '/exp', MANDATE_AT + 1), flags('Edge')),
        accept(
          'OA-CNF-03',
          'a device clock 60 seconds ahead',
          set('confirmation', '/iat', MANDATE_AT + 60),
          flags('Edge'),
        ),
        refuse(
          'OA-CNF-06',
          CODE,
          'a signature of another device',
          forged('confirmation', { key: other.key }),
        ),
        refuse(
          'OA-CNF-06',
          CODE,
          'a header that names another device',
          forged('confirmation', { posesAs: other, key: keyOf('device') }),
        ),
        ...signatureCases('confirmation', { requirement: 'OA-CNF-06', code: CODE }),
        refuse('OA-CNF-10', CODE, 'another device identifier', set('confirmation', '/iss', 'dev_2')),
        refuse('OA-CNF-10', CODE, 'another delegator', set('confirmation', '/sub', IDS.otherDelegator)),
        refuse(
          'OA-CNF-11',
          'confirmation_audience_mismatch',
          'a confirmation for another issuer',
          set('confirmation', '/aud', 'did:act:otherbank.example/iac'),
          flags('J12', 'P2'),
        ),
        refuse(
          'OA-CNF-03',
          'confirmation_expired',
          'a confirmation at its expiry',
          set('confirmation', '/exp', MANDATE_AT),
          flags('Edge'),
        ),
        refuse(
          'OA-CNF-03',
          'confirmation_expired',
          'a confirmation 61 seconds ahead',
          set('confirmation', '/iat', MANDATE_AT + 61),
          flags('Edge', 'P9'),
        ),
        refuse(
          'OA-CNF-01',
          CHALLENGE,
          'a confirmation of something else',
          set('confirmation', '/challenge', OTHER_DIGEST),
        ),
        refuse(
          'OA-CNF-01',
          CHALLENGE,
          'one word of what was shown, changed afterwards',
          input('/shown/summary/en', 'Train tickets, 18.00 in all'),
        ),
        refuse(
          'OA-CNF-01',
          CHALLENGE,
          'a limit that was shown, raised afterwards',
          input('/shown/iac/max_total_amount', 18_000),
        ),
        refuse(
          'OA-SCH-01',
          'schema_mismatch',
          'shown, and of no kind that there is',
          input('/shown/kind', 'anything'),
        ),
        refuse(
          'OA-CNF-01',
          CHALLENGE,
          'another intent than the one confirmed',
          input('/subject_digest', OTHER_DIGEST),
        ),
        refuse(
          'OA-CNF-01',
          CHALLENGE,
          'another agent key than the one confirmed',
          input('/agent_jkt', OTHER_DIGEST),
        ),
        refuse('OA-CNF-01', CHALLENGE, 'no subject to confirm', input('/subject_digest', undefined)),
        accept(
          'OA-CNF-21',
          'a face, after the phone scanned a code',
          set('confirmation', '/channel', 'QR_CODE'),
        ),
        refuse(
          'OA-CNF-21',
          CHANNEL,
          'a fingerprint on a page',
          set('confirmation', '/channel', 'CASHIER_PAGE'),
        ),
        refuse('OA-CNF-21', CHANNEL, 'a gaze at the phone', set('confirmation', '/method', 'GAZE')),
        refuse('OA-CNF-21', CHANNEL, 'a voice at the phone', set('confirmation', '/method', 'VOICE')),
        refuse(
          'OA-CNF-21',
          CHANNEL,
          'a gaze at a scanned code',
          set('confirmation', '/channel', 'QR_CODE'),
          set('confirmation', '/method', 'GAZE'),
        ),
        refuse(
          'OA-CNF-21',
          CHANNEL,
          'a fingerprint through glasses',
          through('GAZE'),
          set('confirmation', '/method', 'FINGERPRINT'),
        ),
        accept('OA-CNF-22', 'a gaze through glasses', through('GAZE')),
        accept('OA-CNF-22', 'glasses heard 5 seconds ago', through('VOICE', -5), flags('Edge')),
        refuse('OA-CNF-22', LINK, 'glasses silent for 6 seconds', through('GAZE', -6), flags('Edge')),
        refuse('OA-CNF-22', LINK, 'glasses heard after the decision', through('GAZE', 1)),
        refuse(
          'OA-CNF-22',
          LINK,
          'glasses of which nothing is said',
          through('GAZE'),
          remove('confirmation', '/glasses'),
        ),
        accept('OA-CNF-23', 'the voice of the wearer', through('VOICE')),
        refuse(
          'OA-CNF-23',
          'wearer_voice_mismatch',
          'another voice',
          through('VOICE'),
          set('confirmation', '/glasses/wearer', 'NOT_MATCHED'),
        ),
        refuse(
          'OA-CNF-23',
          'wearer_voice_mismatch',
          'a gaze of somebody else',
          through('GAZE'),
          set('confirmation', '/glasses/wearer', 'NOT_MATCHED'),
        ),
        refuse('OA-CNF-02', 'confirmation_denied', 'a no', set('confirmation', '/decision', 'DENY')),
        refuse(
          'OA-CNF-06',
          CODE,
          'a device that is not the enrolled one',
          context('/device_key', (world) => jwk(world.actors.otherDevice.key)),
        ),
        ...jwsCases('confirmation'),
        ...schemaCases('confirmation', [
          '/iss',
          '/sub',
          '/aud',
          '/jti',
          '/iat',
          '/exp',
          '/challenge',
          '/decision',
          '/method',
          '/channel',
        ]),
        refuse(
          'OA-SCH-01',
          'schema_mismatch',
          'OA-INS-04: a tap, which carries an order and confirms nothing',
          set('confirmation', '/method', 'TAP'),
        ),
        ...shapeCases(
          'confirmation',
          ['/method', 'NOD', 'a method that does not exist'],
          ['/channel', 'TAP', 'a channel that does not exist'],
          ['/decision', 'YES', 'a decision that does not exist'],
        ),
      ],
    },
  ],
};

/** All of them are judged when the mandate was signed. */
export const confirmationSuite: VectorSuite = {
  ...suite,
  groups: suite.groups.map((group) => ({ ...group, cases: group.cases.map((one) => ({ ...one, ...now })) })),
};
