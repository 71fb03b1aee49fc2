/** A payment service that clears with another one, in a process of its own, which dies where it is told to. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createApp, createHttpClient, createLogger, type HttpClient, listen } from '../../src/http/index.ts';
import { issuerMigrations } from '../../src/issuer/migrations.ts';
import { createPsp, createStatusSource, limitsDecide, pspRoutes } from '../../src/issuer/psp/index.ts';
import type { PublicJwk } from '../../src/protocol/digest/index.ts';
import { localSigner, type PrivateJwk } from '../../src/protocol/jws/index.ts';
import { openServerStore } from '../../src/store/index.ts';
import { openTrustList } from '../../src/verifier/index.ts';

/**
 * Of the payer's service: before the instruction leaves; with the answer in hand and not written down. (While the other
 * one works on it, it is killed from outside.) Of the payee's: with the instruction in hand; with the credit committed and the answer not sent.
 */
export type Death = 'before_sending' | 'before_recording' | 'before_crediting' | 'before_answering';

export interface CertifiedKey {
  readonly jwk: PrivateJwk;
  readonly x5c: readonly string[];
}

export interface ClearingConfig {
  readonly database: string;
  readonly port: number;
  readonly pspId: string;
  readonly partner: string;
  readonly issuerId: string;
  readonly trustList: string;
  readonly trustListKey: PublicJwk;
  readonly receipt: CertifiedKey;
  readonly command: CertifiedKey;
  /** Unix seconds; it stands still. */
  readonly now: number;
  readonly dies?: Death;
  /** An instruction that was read is told of on standard output, and judged when a line comes on standard input. */
  readonly holds?: boolean;
}

const INSTRUCTIONS = '/interconnect/payments';
/** What a service says of an instruction that it holds, and of one that it has answered. */
export const ARRIVED = 'arrived';
export const ANSWERED = 'answered';

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

/** What the payer's service says to the other one, until it dies of it. */
function mortal(http: HttpClient, dies: Death | undefined): HttpClient {
  return {
    get: (url, options) => http.get(url, options),
    async post(url, body, options) {
      if (!url.endsWith(INSTRUCTIONS)) return http.post(url, body, options);
      if (dies === 'before_sending') return die();
      const answer = await http.post(url, body, options);
      if (dies === 'before_recording') return die();
      return answer;
    },
  };
}

async function serve(config: ClearingConfig): Promise<void> {
  const { now, dies, holds = false } = config;
  const store = await openServerStore(config.database, issuerMigrations);
  const trustList = await openTrustList(config.trustList, config.trustListKey, now);
  let isHeld = false;
  /** Whoever has come to look for the trust list has read the whole instruction, so that its sender may die now. */
  const lookForTrustList = async () => {
    if (isHeld) {
      isHeld = false;
      process.stdout.write(`${ARRIVED}\n`);
      await once(process.stdin, 'data');
    }
    return trustList;
  };
  const signerOf = ({ jwk, x5c }: CertifiedKey) => localSigner(jwk, { x5c });
  const psp = createPsp({
    pspId: config.pspId,
    store,
    clock: () => now,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    trust: { current: lookForTrustList },
    receiptSigner: signerOf(config.receipt),
    status: createStatusSource({ localIssuer: config.issuerId, local: async () => 'Active' }),
    risk: limitsDecide,
    devices: { find: async () => undefined },
    interconnection: {
      commandSigner: signerOf(config.command),
      http: mortal(
        createHttpClient(() => true),
        dies,
      ),
      partners: [{ pspId: config.partner }],
    },
  });
  await psp.start();
  const app = createApp({ name: 'psp', log: createLogger('psp', 'silent'), checks: [] });
  app.use(INSTRUCTIONS, async (_c, next) => {
    if (dies === 'before_crediting') await die();
    isHeld = holds;
    await next();
    if (holds) process.stdout.write(`${ANSWERED}\n`);
    if (dies === 'before_answering') await die();
  });
  app.route('/', pspRoutes(psp));
  const { url } = await listen(app, { host: '127.0.0.1', port: config.port });
  process.stdout.write(`${url}\n`);
}

const [, , path] = process.argv;
if (path !== undefined) await serve(JSON.parse(readFileSync(path, 'utf8')) as ClearingConfig);
