/** The reference credit service as a subject: a real server on loopback, set up for the suite as any vendor would be. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import {
  APPLICATION_SECONDS,
  CREDIT,
  certifyCredit,
  REVERIFY_SECONDS,
  startCredit,
} from '../../examples/credit-server.ts';
import { creditSettings } from '../../roles/credit/settings.ts';
import { creditSetUp } from '../../roles/credit/surroundings.ts';
import { PATIENCE_MS, type RunningSubject } from './merchant.ts';

interface Ports {
  readonly port: number;
  readonly controlPort: number;
  readonly suitePort: number;
}

interface Options {
  /** Whether the test-control contract is offered. */
  readonly control?: boolean;
}

/** Starts it on its ports, and one that the suite will serve on. */
export async function startReferenceCredit(
  { port, controlPort, suitePort }: Ports,
  { control: hasControl = true }: Options = {},
): Promise<RunningSubject> {
  const folder = mkdtempSync(join(tmpdir(), 'openact-credit-subject-'));
  const secret = randomBytes(24).toString('base64url');
  const declared = join(folder, 'subject');
  mkdirSync(declared);
  writeFileSync(join(declared, 'anchor.txt'), await certifyCredit(folder));
  const file = join(declared, 'subject.yaml');
  const own = {
    ...{ url: `http://127.0.0.1:${port}`, id: CREDIT, anchor: 'anchor.txt' },
    application_seconds: APPLICATION_SECONDS,
    reverify_seconds: REVERIFY_SECONDS,
    ...(hasControl ? { control: { url: `http://127.0.0.1:${controlPort}`, token: secret } } : {}),
    suite: { port: suitePort, secret },
  };
  const name = 'OpenACT reference credit service';
  writeFileSync(
    file,
    stringify({ name, role: 'credit', patience_ms: PATIENCE_MS, secrets: [secret], credit: own }),
  );
  const setUp = creditSetUp(creditSettings({ own, folder: declared, name, patience: 1 }));
  const control = hasControl ? { control: { port: controlPort, token: secret } } : {};
  const stop = await startCredit({ folder, port, ...control }, setUp);
  return {
    file,
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
