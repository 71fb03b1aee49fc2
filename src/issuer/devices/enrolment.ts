import { traced } from '../../http/traced.ts';
import { digestOfJws, jwkThumbprint, type PublicJwk, publicJwkFrom } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { DeviceEnrolmentBody, EnrolmentClaims } from '../../protocol/generated/types.ts';
import { type Clock, newId, type Random, type Trace } from '../../protocol/ports.ts';
import { consumeCommand, type Queries, type Store } from '../../store/index.ts';
import { verifyPossession } from '../commands/index.ts';
import { type Signing, writeClaims } from '../signing/index.ts';
import { ENROLMENT_LIFETIME_SECONDS, findDevice } from './directory.ts';
import type { LoginIdentity, UserLogin } from './login.ts';

export interface EnrolmentDeps {
  readonly store: Store;
  readonly issuerId: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly login: UserLogin;
  readonly signing: Signing;
  readonly trace?: Trace;
}

export interface EnrolmentAnswer {
  readonly device_id: string;
  readonly delegator_identity: string;
  /** act-enrolment+jwt: the account side's statement that this key speaks for this delegator. */
  readonly enrolment: string;
}

/**
 * Enrols a device: a login code says who it is, the proof says that the device holds the key. A code is used up only
 * by an enrolment that succeeds. The same key with a new code of the same delegator answers the same device again.
 *
 * @throws ActError possession_proof_invalid, command_time_out_of_window, command_audience_mismatch,
 *   command_duplicate, enrolment_refused
 */
export function createEnrolment(
  deps: EnrolmentDeps,
): (body: DeviceEnrolmentBody) => Promise<EnrolmentAnswer> {
  return (body) =>
    traced(
      deps.trace,
      {
        from: 'device',
        to: deps.issuerId,
        message: 'device enrolment',
        checks: ['OA-KEY-03', 'OA-KEY-02', 'OA-CMD-02'],
      },
      () => enrol(deps, body),
    );
}

async function enrol(deps: EnrolmentDeps, body: DeviceEnrolmentBody): Promise<EnrolmentAnswer> {
  const now = deps.clock();
  const publicJwk = publicJwkFrom(body.jwk);
  const jkt = await jwkThumbprint(publicJwk);
  const jti = await proofOf(deps, body.proof, publicJwk, jkt, now);
  const identity = await deps.login.identify(body.login_code, now);
  if (identity === undefined) throw new ActError('enrolment_refused', { rule: 'login_code' });
  const digest = await digestOfJws(body.proof);
  const claims = claimsFor(deps, identity, publicJwk, now);
  const deviceId = await deps.store.transact(async (tx) => {
    await consumeCommand(tx, { iss: jkt, jti, digest, now });
    if (!(await deps.login.redeem(tx, identity.ticket, now))) {
      throw new ActError('enrolment_refused', { rule: 'login_code' });
    }
    return insertDevice(tx, claims, jkt);
  });
  const enrolment = await deps.signing.complete(enrolmentMessageId(deviceId));
  return { device_id: deviceId, delegator_identity: identity.delegatorIdentity, enrolment };
}

/** Under which id the signed enrolment of a device is kept. */
export function enrolmentMessageId(deviceId: string): string {
  return `enrolment:${deviceId}`;
}

/** The proof names the thumbprint of the new key as sender and as target: there is no device id yet. */
async function proofOf(
  deps: EnrolmentDeps,
  proof: string,
  publicJwk: PublicJwk,
  jkt: string,
  now: number,
): Promise<string> {
  const claims = await verifyPossession(
    proof,
    { now, audience: deps.issuerId, action: 'device.enrol', target: jkt },
    publicJwk,
  );
  if (claims.iss !== jkt) throw new ActError('possession_proof_invalid', { rule: 'iss' });
  return claims.jti;
}

function claimsFor(
  deps: EnrolmentDeps,
  identity: LoginIdentity,
  publicJwk: PublicJwk,
  now: number,
): EnrolmentClaims {
  return {
    iss: deps.issuerId,
    jti: newId(deps.random, 'enr'),
    iat: now,
    exp: now + ENROLMENT_LIFETIME_SECONDS,
    sub: identity.delegatorIdentity,
    device_id: newId(deps.random, 'dev'),
    cnf: { jwk: publicJwk },
    identity_method: identity.identityMethod,
  };
}

async function insertDevice(tx: Queries, claims: EnrolmentClaims, jkt: string): Promise<string> {
  const known = await tx.get('SELECT device_id FROM devices WHERE jkt = $1', [jkt]);
  if (known !== undefined) {
    const device = await findDevice(tx, String(known.device_id), claims.iat);
    if (device?.delegator !== claims.sub) {
      throw new ActError('enrolment_refused', { rule: 'key_in_use' });
    }
    return device.deviceId;
  }
  await tx.run(
    `INSERT INTO devices (device_id, delegator, jkt, jwk, enrolled_at, removed_at)
     VALUES ($1, $2, $3, $4, $5, NULL)`,
    [claims.device_id, claims.sub, jkt, JSON.stringify(claims.cnf.jwk), claims.iat],
  );
  await writeClaims(tx, enrolmentMessageId(claims.device_id), 'enrolment', claims);
  return claims.device_id;
}
