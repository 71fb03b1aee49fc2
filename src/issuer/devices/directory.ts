import { type PublicJwk, publicJwkFrom } from '../../protocol/digest/index.ts';
import type { Queries, Store } from '../../store/index.ts';

/** A device key that speaks for a delegator. */
export interface Device {
  readonly deviceId: string;
  readonly delegator: string;
  readonly publicJwk: PublicJwk;
  readonly jkt: string;
}

/** From enrolment on; a device is renewed by enrolling a new key, while the former one still speaks. */
export const ENROLMENT_LIFETIME_SECONDS = 5 * 366 * 86_400;

/**
 * The device, or undefined when it was never enrolled, has been removed, or its enrolment has ended.
 *
 * @param now Unix seconds
 * @see OA-KEY-01, OA-KEY-08
 */
export async function findDevice(
  queries: Queries,
  deviceId: string,
  now: number,
): Promise<Device | undefined> {
  const row = await queries.get(
    `SELECT device_id, delegator, jwk, jkt FROM devices
     WHERE device_id = $1 AND removed_at IS NULL AND enrolled_at > $2`,
    [deviceId, now - ENROLMENT_LIFETIME_SECONDS],
  );
  if (row === undefined) return undefined;
  return {
    deviceId: String(row.device_id),
    delegator: String(row.delegator),
    publicJwk: publicJwkFrom(JSON.parse(String(row.jwk))),
    jkt: String(row.jkt),
  };
}

/**
 * Takes a device out of service (lost, stolen, sold). Its key cannot be enrolled again.
 *
 * @returns whether there was such a device in service
 */
export async function removeDevice(store: Store, deviceId: string, now: number): Promise<boolean> {
  const { changes } = await store.transact((tx) =>
    tx.run('UPDATE devices SET removed_at = $2 WHERE device_id = $1 AND removed_at IS NULL', [deviceId, now]),
  );
  return changes === 1;
}
