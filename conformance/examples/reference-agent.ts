/**
 * The reference agent as a subject of the suite: what a vendor has to write around an agent.
 *
 *   node reference-agent.ts init <folder>                  makes a key, and a subject file that names this program
 *   node reference-agent.ts serve <key>                    one errand a line on standard input, one outcome a line
 *   node reference-agent.ts errand <key> <errand> <state>  one errand, one outcome, one process
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import type { PrivateJwk } from '../../src/protocol/jws/index.ts';
import type { Errand } from '../roles/agent/errand.ts';
import { linesOf } from '../run/lines.ts';

// An agent that is started for each errand is compiled once.
enableCompileCache();
const agent = () => import('../self/reference/agent.ts');

const STOPPED = 1;
const UNUSABLE = 2;

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

async function init(folder: string): Promise<void> {
  const { generateKeyPair } = await import('../../src/protocol/jws/index.ts');
  const { privateJwk, publicJwk } = await generateKeyPair('ES256');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'agent.json'), JSON.stringify(privateJwk), { mode: 0o600 });
  writeFileSync(join(folder, 'agent.pub.json'), JSON.stringify(publicJwk));
  const program = [process.execPath, fileURLToPath(import.meta.url)];
  const subject = {
    name: 'OpenACT reference agent',
    role: 'agent',
    patience_ms: 60_000,
    agent: {
      id: 'did:act:agent.example/one',
      key: 'agent.pub.json',
      serve: [...program, 'serve', 'agent.json'],
      parallel: 2,
    },
  };
  writeFileSync(join(folder, 'subject.yaml'), stringify(subject));
}

/** A fault that is no reason of ACT ends it: that is no outcome, and the suite starts it again. */
async function serve(key: PrivateJwk): Promise<void> {
  const { goOnErrand } = await agent();
  for await (const line of linesOf(process.stdin)) {
    const { id, errand, state } = JSON.parse(line) as {
      readonly id: string;
      readonly errand: Errand;
      readonly state: string;
    };
    const outcome = await goOnErrand(errand, key, state);
    process.stdout.write(`${JSON.stringify({ id, outcome })}\n`);
  }
}

const [action, first, second, third] = process.argv.slice(2);
if (action === 'init' && first !== undefined) await init(resolve(first));
else if (action === 'serve' && first) await serve(read<PrivateJwk>(first));
else if (action === 'errand' && first && second && third) {
  const { goOnErrand } = await agent();
  const outcome = await goOnErrand(read<Errand>(second), read<PrivateJwk>(first), third);
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
  process.exitCode = outcome.status === 'DONE' ? 0 : STOPPED;
} else process.exitCode = UNUSABLE;
