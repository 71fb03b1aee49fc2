import { type PublicJwk, publicJwkFrom } from '../../protocol/digest/index.ts';
import type { Queries, Store } from '../../store/index.ts';

/** A device key that speaks for a delegator. */
export interface Device {
  readonly deviceId: string;
  readonly delegator: string;
  readonly publicJwk: PublicJwk;
  readonly jkt: string;
}

/** The device, or undefined when it was never enrolled or has been removed. */
export async function findDevice(queries: Queries, deviceId: string): Promise<Device | undefined> {
  const row = await queries.get(
    'SELECT device_id, delegator, jwk, jkt FROM devices WHERE device_id = $1 AND removed_at IS NULL',
    [deviceId],
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
