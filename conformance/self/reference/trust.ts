/** The reference trust service as a subject: a provisioned folder, and the server that hands its list out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { createLogger, listen } from '../../../src/http/index.ts';
import { createTrustApp, provision } from '../../../src/trust/index.ts';
import { publishTrustList, readPublished, trustListPath } from '../../../src/trust/trust-list.ts';
import type { RunningSubject } from './merchant.ts';

const OPERATOR = 'did:act:trust.example/list';
const clock = (): number => Math.floor(Date.now() / 1000);

export interface RunningTrust extends RunningSubject {
  /** Forgets every list, and publishes two, one after the other. */
  publishTwice(): Promise<void>;
}

export async function startReferenceTrust(): Promise<RunningTrust> {
  const folder = mkdtempSync(join(tmpdir(), 'openact-trust-subject-'));
  const shop = { id: 'did:act:shop.example/goods', role: 'MERCHANT' as const, folder: 'shop' };
  const bank = { id: 'did:act:bank.example/psp', role: 'PSP' as const, folder: 'bank' };
  const plan = { operator: OPERATOR, entities: [shop, bank] };
  const publishTwice = async (): Promise<void> => {
    rmSync(trustListPath(folder), { force: true });
    await provision(folder, plan, clock());
    const first = await readPublished(folder);
    const entries = first?.entries ?? [];
    const operator = OPERATOR;
    await publishTrustList({ dir: folder, operator, entries, now: clock(), anew: true });
  };
  await publishTwice();
  const app = createTrustApp({
    listPath: trustListPath(folder),
    clock,
    log: createLogger('trust', 'silent'),
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const file = join(folder, 'subject.yaml');
  const trust = { url: server.url, keys: ['trust-list.pub.json'] };
  writeFileSync(file, stringify({ name: 'OpenACT reference trust service', role: 'trust', trust }));
  return {
    file,
    publishTwice,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
