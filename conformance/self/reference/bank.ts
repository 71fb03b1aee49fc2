/** What the reference account side is made of before it is put together: keys and certificates, accounts, and ways out. */
import { join } from 'node:path';
import {
  createHttpClient,
  createLogger,
  type HttpClient,
  type Logger,
  type TrustSource,
  type TrustSourceOptions,
  trustMemoryMigration,
} from '../../../src/http/index.ts';
import { loadSigner } from '../../../src/http/key-file.ts';
import { issuerMigrations } from '../../../src/issuer/index.ts';
import { createOutages, type Outages } from '../../../src/issuer/test-control/index.ts';
import type { Signer } from '../../../src/protocol/jws/index.ts';
import type { Store } from '../../../src/store/index.ts';
import { provision, trustCertify } from '../../../src/trust/index.ts';
import { anchorOf } from '../../examples/anchor-of.ts';
import { type AccountSide, presetAccountSide } from '../../examples/preset-account-side.ts';
import { Cast } from '../../live/cast.ts';
import { addressOf, Deployment, type Ports, suiteTrust } from './deployment.ts';

export const ISSUER = 'did:act:bank.example/iac';
export const PSP = 'did:act:bank.example/psp';

const PAYING = { id: PSP, role: 'PSP', folder: 'bank' } as const;
const PLAN = {
  operator: 'did:act:bank.example/own-list',
  entities: [{ id: ISSUER, role: 'IAC_ISSUER', folder: 'bank' } as const, PAYING],
};

export interface Bank {
  readonly deployment: Deployment;
  /** Its public address, and the one that the suite serves on. */
  readonly url: string;
  readonly suiteUrl: string;
  /** Signs with a key of its folder, by the name of the file. */
  readonly signer: (name: string) => Promise<Signer>;
  /** Another key for the records of payments, under another certificate. */
  readonly renewRecordKey: () => Promise<Signer>;
  readonly store: Store;
  /** Who has an account in it. */
  readonly side: AccountSide;
  /** Of all its accounts. */
  readonly currency: string;
  readonly http: HttpClient;
  readonly trust: TrustSource;
  readonly pinnedKey: TrustSourceOptions['pinnedKey'];
  /** What a test may take away from it. */
  readonly outages: Outages;
  readonly log: Logger;
}

export async function openBank({ port, suitePort }: Ports, currency: string): Promise<Bank> {
  const deployment = new Deployment();
  const { secret, time, random } = deployment;
  const suiteUrl = addressOf(suitePort);
  const keys = await certify(deployment);
  const store = await deployment.open('bank.db', [...issuerMigrations, trustMemoryMigration]);
  const side = await presetAccountSide(store, { now: time.clock(), random, currency });
  const http = createHttpClient({ configured: (origin) => origin === suiteUrl, listed: () => true });
  deployment.endsWith(() => http.close());
  const pinnedKey = pinnedBy(new Cast(secret));
  return {
    ...{ deployment, url: addressOf(port), suiteUrl, ...keys, store, side, currency, http, pinnedKey },
    trust: suiteTrust(suiteUrl, pinnedKey, http, store),
    outages: createOutages(),
    log: createLogger('issuer', 'silent'),
  };
}

/** Makes its keys and a list of its own that certifies them, and writes down the anchors for the suite. */
async function certify(deployment: Deployment): Promise<Pick<Bank, 'signer' | 'renewRecordKey'>> {
  const { clock } = deployment.time;
  const keys = join(deployment.folder, 'keys');
  await provision(keys, PLAN, clock());
  const list = join(keys, 'trust-list.jwt');
  deployment.write('issuer-anchor.txt', anchorOf(list, 'IAC_ISSUER'));
  deployment.write('psp-anchor.txt', anchorOf(list, 'PSP'));
  const signer = (name: string): Promise<Signer> => loadSigner(join(keys, 'bank', `${name}.json`));
  return {
    signer,
    async renewRecordKey() {
      await trustCertify(keys, PAYING, clock(), 'renew');
      return signer('psp-record');
    },
  };
}

/** The key of the suite's trust list, and the one that follows it. */
const pinnedBy = ({ trust, nextTrust }: Cast): TrustSourceOptions['pinnedKey'] =>
  [trust, nextTrust].map(({ key }) => ({ ...key.publicJwk })) as never;
