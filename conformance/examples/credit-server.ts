/** The reference credit service as a server on loopback, with its test control where that is wanted. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createHttpClient,
  createLogger,
  createNarrowLimit,
  createTrustSource,
  listen,
  movableClock,
  trustMemoryMigration,
} from '../../src/http/index.ts';
import { loadSigner } from '../../src/http/key-file.ts';
import { heartbeatMigration, openStore } from '../../src/store/index.ts';
import { createCreditApp, creditMigrations, provision, registerSources } from '../../src/trust/index.ts';
import { createCreditControl } from '../../src/trust/test-control/index.ts';
import { anchorOf } from './anchor-of.ts';
import { creditRegisterFor } from './preset-credit.ts';

export const CREDIT = 'did:act:credit.example/service';
/** As the subject files of it say. */
export const APPLICATION_SECONDS = 600;
export const REVERIFY_SECONDS = 3_600;

export interface CreditServer {
  readonly folder: string;
  readonly port: number;
  readonly control?: { readonly port: number; readonly token: string };
}

const time = () => movableClock(() => Math.floor(Date.now() / 1000));

/** Makes its keys in the folder, and says what a trust list has of it. @returns its anchor */
export async function certifyCredit(folder: string): Promise<string> {
  const keys = join(folder, 'keys');
  const entities = [{ id: CREDIT, role: 'CREDIT_SERVICE' as const, folder: 'credit' }];
  await provision(keys, { operator: 'did:act:credit.example/own-list', entities }, time().clock());
  return anchorOf(join(keys, 'trust-list.jwt'), 'CREDIT_SERVICE');
}

/** Starts it with what `openact conformance keys` prints. @returns what ends it */
export async function startCredit(
  { folder, port, control: wanted }: CreditServer,
  setUp: Readonly<Record<string, unknown>>,
): Promise<() => Promise<void>> {
  const clock = time();
  const random = (count: number) => new Uint8Array(randomBytes(count));
  const register = join(folder, 'register.json');
  writeFileSync(register, JSON.stringify(creditRegisterFor(setUp)));
  const store = await openStore(join(folder, 'credit.db'), [
    ...creditMigrations,
    trustMemoryMigration,
    heartbeatMigration,
  ]);
  const listUrl = String(setUp.trust_list_url);
  const client = createHttpClient((origin) => origin === new URL(listUrl).origin);
  const pinnedKey = setUp.trust_list_key as Parameters<typeof createTrustSource>[0]['pinnedKey'];
  const trust = createTrustSource({ url: listUrl, pinnedKey, client, store, refreshSeconds: 1 });
  const log = createLogger('credit', 'silent');
  const limit = createNarrowLimit();
  const service = {
    id: CREDIT,
    baseUrl: `http://127.0.0.1:${port}`,
    signer: await loadSigner(join(folder, 'keys/credit/credit.json')),
    sources: registerSources(register),
    applicationSeconds: APPLICATION_SECONDS,
    reverifySeconds: REVERIFY_SECONDS,
  };
  const { app, parts } = createCreditApp({
    ...{ service, store, clock: clock.clock, random, log, trust },
    callerLimit: limit.before(),
  });
  const host = '127.0.0.1';
  const control =
    wanted &&
    (await listen(createCreditControl({ token: wanted.token, parts, register, time: clock, log, limit }), {
      host,
      port: wanted.port,
    }));
  const server = await listen(app, { host, port });
  return async () => {
    await control?.close();
    await server.close();
    await client.close();
    await store.close();
  };
}
