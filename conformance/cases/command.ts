import { bare, IDS, NOW } from '../forge/actors.ts';
import { accept, context, flags, forged, type Group, refuse, set, type VectorSuite } from '../forge/cases.ts';
import { ENTRY } from '../forge/claims.ts';
import { keyOf } from '../forge/keys.ts';
import { jwsBasics, jwsCases, signatureCases } from './jws.ts';
import { ed25519, jwk, schemaCases, shapeCases, trust } from './shared.ts';

const INVALID = { requirement: 'OA-CMD-06', code: 'command_signature_invalid' };
const ONCE = ['replay OA-CMD-02'];
const other = bare('otherDevice');
const REQUIRED = ['/iss', '/aud', '/jti', '/iat', '/action', '/target'];

const byKey: Group = {
  operation: 'verify_command',
  description: 'A command of a device or an agent, whose key is known.',
  part: 'command',
  obligations: ONCE,
  input: ({ tokens }) => ({ command: tokens.command }),
  context: ({ actors }) => ({
    audience: IDS.issuer,
    action: 'mandate.revoke',
    target: 'dlg-1',
    key: jwk(actors.device.key),
  }),
  cases: [
    accept('OA-CMD-02', 'a command of the device'),
    ed25519('OA-CMD-06'),
    accept('OA-CMD-03', 'a command 60 seconds old', set('command', '/iat', NOW - 60), flags('Edge')),
    accept('OA-CMD-03', 'a command 60 seconds ahead', set('command', '/iat', NOW + 60), flags('Edge')),
    refuse('OA-CMD-06', INVALID.code, 'a signature of another key', forged('command', { key: other.key })),
    refuse(
      'OA-CMD-06',
      INVALID.code,
      'a header that names another key',
      forged('command', { posesAs: other, key: keyOf('device') }),
    ),
    refuse(
      'OA-CMD-06',
      INVALID.code,
      'another key than the sender’s',
      context('/key', ({ actors }) => jwk(actors.otherDevice.key)),
    ),
    ...signatureCases('command', INVALID),
    refuse(
      'OA-CMD-03',
      'command_time_out_of_window',
      'a command 61 seconds old',
      set('command', '/iat', NOW - 61),
      flags('Edge', 'P9'),
    ),
    refuse(
      'OA-CMD-03',
      'command_time_out_of_window',
      'a command 61 seconds ahead',
      set('command', '/iat', NOW + 61),
      flags('Edge', 'P9'),
    ),
    refuse(
      'OA-CMD-05',
      'command_audience_mismatch',
      'a command for another server',
      set('command', '/aud', IDS.psp),
      flags('J12', 'P2'),
    ),
    refuse(
      'OA-CMD-04',
      'command_target_mismatch',
      'another target',
      set('command', '/target', 'dlg-2'),
      flags('P2'),
    ),
    refuse(
      'OA-CMD-04',
      'command_target_mismatch',
      'another action',
      set('command', '/action', 'mandate.suspend'),
      flags('P2'),
    ),
    ...jwsCases('command'),
    ...schemaCases('command', REQUIRED),
    ...shapeCases(
      'command',
      ['/action', 'mandate.delete', 'an action that does not exist'],
      ['/target', 'dlg 1', 'a target with a space'],
    ),
  ],
};

const byInstitution: Group = {
  operation: 'verify_command',
  description: 'A command of a merchant, which presents certificates.',
  part: 'merchant_command',
  obligations: ONCE,
  input: ({ tokens }) => ({ command: tokens.merchant_command }),
  context: (world) => ({
    ...trust(world),
    role: 'MERCHANT',
    audience: IDS.psp,
    action: 'payment.refund',
    target: 'trade-1',
  }),
  cases: [
    accept('OA-CMD-06', 'a command of a listed merchant'),
    refuse(
      'OA-CMD-06',
      INVALID.code,
      'a signature of another key under this certificate',
      forged('merchant_command', { key: keyOf('otherMerchant') }),
    ),
    refuse('OA-CMD-06', INVALID.code, 'a merchant’s payload changed after it was signed', ...changed()),
    refuse(
      'OA-TRL-04',
      'issuer_not_trusted',
      'a merchant that is not listed',
      set('trust_list', `/entries/${ENTRY.merchant}/role`, 'LOG'),
    ),
    refuse(
      'OA-TRL-05',
      'issuer_suspended',
      'a suspended merchant',
      set('trust_list', `/entries/${ENTRY.merchant}/status`, 'SUSPENDED'),
    ),
    refuse(
      'OA-CMD-03',
      'command_time_out_of_window',
      'a merchant’s command 61 seconds old',
      set('merchant_command', '/iat', NOW - 61),
      flags('Edge', 'P9'),
    ),
    refuse(
      'OA-JWS-08',
      'jws_key_missing',
      'a merchant that only names its key',
      forged('merchant_command', {
        header: ({ x5c: _x5c, ...header }) => ({ ...header, kid: keyOf('merchant').jkt }),
      }),
      flags('J3'),
    ),
    ...jwsBasics('merchant_command').filter(({ requirement }) => requirement === 'OA-JWS-07'),
  ],
};

function changed() {
  return signatureCases('merchant_command', INVALID)
    .filter(({ comment }) => comment.startsWith('a payload'))
    .map(({ forge = {} }) => ({ forge }));
}

/** Ids hold the comment, so the comments of the second group say whose command it is. */
export const commandSuite: VectorSuite = {
  name: 'command',
  schema: 'command.json',
  groups: [
    byKey,
    {
      ...byInstitution,
      cases: byInstitution.cases.map((one) =>
        one.requirement === 'OA-JWS-07' ? { ...one, comment: `${one.comment}, merchant` } : one,
      ),
    },
  ],
};
