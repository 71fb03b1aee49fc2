import { IDS } from '../demo/plan.ts';
import type { HttpClient } from '../src/http/index.ts';
import { jwkThumbprint } from '../src/protocol/digest/index.ts';
import { ActError } from '../src/protocol/errors/index.ts';
import type { CommandClaims } from '../src/protocol/generated/types.ts';
import { generateKeyPair, localSigner, type PrivateJwk, type Signer } from '../src/protocol/jws/index.ts';
import { signMessage } from '../src/protocol/messages/index.ts';
import { newId, type Random } from '../src/protocol/ports.ts';
import type { Surroundings } from './surroundings.ts';

const CONFIRMATION_SECONDS = 120;
const MAX_TRIES = 50;

interface Pending {
  readonly confirmation_id: string;
  readonly challenge: string;
}

/** The user with the device: says yes to whatever the account side shows, over the same bad network. */
export class Device {
  private readonly around: Surroundings;
  private readonly http: HttpClient;
  private readonly random: Random;
  private identity:
    | {
        readonly deviceId: string;
        readonly delegator: string;
        readonly signer: Signer;
        readonly privateJwk: PrivateJwk;
      }
    | undefined;

  constructor(around: Surroundings, http: HttpClient) {
    this.around = around;
    this.http = http;
    this.random = around.dice.named('ids of device').bytes;
  }

  async enrol(loginCode: string, delegator: string): Promise<void> {
    const { publicJwk, privateJwk } = await generateKeyPair('ES256');
    const jkt = await jwkThumbprint(publicJwk);
    const signer = await localSigner(privateJwk, { kid: jkt });
    const proof = await this.command(signer, {
      iss: jkt,
      aud: IDS.issuer,
      action: 'device.enrol',
      target: jkt,
    });
    const answer = await this.post('/devices', { login_code: loginCode, jwk: publicJwk, proof });
    this.identity = { deviceId: String(answer.device_id), delegator, signer, privateJwk };
  }

  /** Looks once at what waits, and approves it. What gets lost is looked at the next time. */
  async look(): Promise<void> {
    const { deviceId, signer } = this.self();
    try {
      const claims = {
        iss: deviceId,
        aud: IDS.issuer,
        action: 'confirmation.list',
        target: deviceId,
      } as const;
      const command = await this.command(signer, claims);
      const url = `${this.around.addresses.issuer}/devices/${deviceId}/confirmations`;
      const { pending } = bodyOf(await this.http.get(url, { command }));
      for (const question of pending as Pending[]) await this.approve(question);
    } catch (error) {
      if (!(error instanceof ActError)) throw error;
    }
  }

  async fund(subAccount: string, amount: string, currency: string): Promise<void> {
    const order = { aud: IDS.psp, action: 'sub_account.fund', target: subAccount } as const;
    await this.order({ ...order, params: { amount, currency } }, `/sub-accounts/${subAccount}/fund`);
  }

  /** Anything else that the user wants of the account side. `body`: what stands beside the signed command. */
  async order(order: Omit<CommandClaims, 'iss' | 'jti' | 'iat'>, path: string, body = {}): Promise<void> {
    const { deviceId, signer } = this.self();
    await this.post(path, { ...body, command: await this.command(signer, { iss: deviceId, ...order }) });
  }

  async readAccount(account: string): Promise<void> {
    const { deviceId, signer } = this.self();
    const claims = { iss: deviceId, aud: IDS.psp, action: 'account.read', target: account } as const;
    const command = await this.command(signer, claims);
    bodyOf(await this.http.get(`${this.around.addresses.issuer}/accounts/${account}`, { command }));
  }

  /** For whoever stands in for a thief of the device. */
  get key(): PrivateJwk {
    return this.self().privateJwk;
  }

  private async approve({ confirmation_id: id, challenge }: Pending): Promise<void> {
    const { deviceId, delegator, signer } = this.self();
    const now = this.around.clock.now();
    const confirmation = await signMessage(
      'confirmation',
      {
        iss: deviceId,
        sub: delegator,
        aud: IDS.issuer,
        jti: newId(this.random, 'cnf'),
        iat: now,
        exp: now + CONFIRMATION_SECONDS,
        challenge,
        decision: 'APPROVE',
        method: 'FACE',
        channel: 'PHONE',
      },
      signer,
    );
    await this.post(`/confirmations/${id}`, { confirmation });
  }

  private self() {
    if (this.identity === undefined) throw new Error('The device is not enrolled.');
    return this.identity;
  }

  private command(signer: Signer, order: Omit<CommandClaims, 'jti' | 'iat'>): Promise<string> {
    const claims = { jti: newId(this.random, 'cmd'), iat: this.around.clock.now(), ...order };
    return signMessage('command', claims as CommandClaims, signer);
  }

  private async post(path: string, body: unknown): Promise<Record<string, unknown>> {
    return bodyOf(await this.http.post(`${this.around.addresses.issuer}${path}`, body));
  }
}

function bodyOf({
  status,
  body,
}: {
  readonly status: number;
  readonly body: Uint8Array;
}): Record<string, unknown> {
  const read = JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>;
  if (status >= 400) throw new ActError('peer_answer_invalid', { status, problem: String(read.code) });
  return read;
}

/** Tries again what a bad network or a crash has interrupted. */
export async function persist<T>(work: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    try {
      const value = await work();
      if (value !== undefined) return value;
    } catch (error) {
      if (!(error instanceof ActError)) throw error;
    }
  }
  throw new Error('It did not work, however often it was tried.');
}
