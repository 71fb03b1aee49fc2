/**
 * The reference credit service as a subject of the suite: what a vendor has to write to set a deployment up and start it.
 *
 *   node reference-credit.ts <folder> <port> <control port>   < what `openact conformance keys` prints
 *
 * Makes keys, register and anchor anew in the folder, and runs the server until it is told to end.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { certifyCredit, startCredit } from './credit-server.ts';

/** Known to everybody: it is for a server on loopback that is gone after the run. */
const CONTROL_TOKEN = 'only-for-tests-on-loopback';

const [where = '', port = '', controlPort = ''] = process.argv.slice(2);
const folder = resolve(where);
const setUp = JSON.parse(readFileSync(process.stdin.fd, 'utf8')) as Readonly<Record<string, unknown>>;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'credit-anchor.txt'), await certifyCredit(folder));
const control = { port: Number(controlPort), token: CONTROL_TOKEN };
const stop = await startCredit({ folder, port: Number(port), control }, setUp);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
