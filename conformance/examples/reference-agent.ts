/**
 * The reference agent as a subject of the suite: what a vendor has to write around an agent.
 *
 *   node reference-agent.ts init <folder>                  makes a key, and a subject file that names this program
 *   node reference-agent.ts errand <key> <errand> <state>  one errand, one outcome
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { generateKeyPair, type PrivateJwk } from '../../src/protocol/jws/index.ts';
import type { Errand } from '../roles/agent/errand.ts';
import { goOnErrand } from '../self/reference/agent.ts';

const STOPPED = 1;
const UNUSABLE = 2;

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

async function init(folder: string): Promise<void> {
  const { privateJwk, publicJwk } = await generateKeyPair('ES256');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'agent.json'), JSON.stringify(privateJwk), { mode: 0o600 });
  writeFileSync(join(folder, 'agent.pub.json'), JSON.stringify(publicJwk));
  const program = [process.execPath, fileURLToPath(import.meta.url), 'errand', 'agent.json'];
  const subject = {
    name: 'OpenACT reference agent',
    role: 'agent',
    agent: {
      id: 'did:act:agent.example/one',
      key: 'agent.pub.json',
      command: [...program, '{errand}', '{state}'],
    },
  };
  writeFileSync(join(folder, 'subject.yaml'), stringify(subject));
}

const [action, first, second, third] = process.argv.slice(2);
if (action === 'init' && first !== undefined) await init(resolve(first));
else if (action === 'errand' && first && second && third) {
  const outcome = await goOnErrand(read<Errand>(second), read<PrivateJwk>(first), third);
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
  process.exitCode = outcome.status === 'DONE' ? 0 : STOPPED;
} else process.exitCode = UNUSABLE;
