/**
 * The user's device: a process of its own that holds the user's key. Nobody else ever does.
 * It is driven over the IPC channel of its parent (the user's finger), and speaks HTTP to the account side.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jwkThumbprint } from '../src/protocol/digest/index.ts';
import type { CommandClaims, ConfirmationClaims, Shown } from '../src/protocol/generated/types.ts';
import { generateKeyPair, localSigner, type PrivateJwk, publicJwkOf } from '../src/protocol/jws/index.ts';
import { signMessage } from '../src/protocol/messages/index.ts';
import { newId } from '../src/protocol/ports.ts';
import { makeFolder } from '../src/store/make-folder.ts';
import type { DeviceAction, DeviceOrder, DeviceReport, PendingQuestion } from './device-link.ts';

interface DeviceState {
  readonly key: PrivateJwk;
  readonly deviceId?: string;
  readonly delegator?: string;
}

const [issuerUrl, issuerId, pspId, keyFile] = process.argv.slice(2) as [string, string, string, string];
/** Seconds that this device's clock is ahead of the machine's; set with every order. */
let ahead = 0;
const now = (): number => Math.floor(Date.now() / 1000) + ahead;
const random = (count: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(count));
const CONFIRMATION_SECONDS = 120;
const POLL_MILLISECONDS = 60;

let state = await loadState();
const publicJwk = publicJwkOf(state.key);
const jkt = await jwkThumbprint(publicJwk);
const signer = await localSigner(state.key, { kid: jkt });

async function loadState(): Promise<DeviceState> {
  if (existsSync(keyFile)) return JSON.parse(readFileSync(keyFile, 'utf8'));
  const pair = await generateKeyPair('ES256');
  return { key: pair.privateJwk };
}

function saveState(next: DeviceState): void {
  state = next;
  makeFolder(dirname(keyFile));
  writeFileSync(keyFile, JSON.stringify(state), { mode: 0o600 });
}

function command(
  iss: string,
  aud: string,
  action: CommandClaims['action'],
  target: string,
  params?: NonNullable<CommandClaims['params']>,
): Promise<string> {
  const claims = { iss, aud, jti: newId(random, 'cmd'), iat: now(), action, target };
  return signMessage('command', params ? { ...claims, params } : claims, signer);
}

async function call(path: string, init: RequestInit): Promise<Record<string, unknown>> {
  const answer = await fetch(`${issuerUrl}${path}`, init);
  const body = (await answer.json()) as Record<string, unknown>;
  if (!answer.ok) throw new Error(String(body.code ?? answer.status));
  return body;
}

function post(path: string, body: unknown): Promise<Record<string, unknown>> {
  return call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function enrol(loginCode: string): Promise<DeviceReport> {
  const proof = await command(jkt, issuerId, 'device.enrol', jkt);
  const answer = await post('/devices', { login_code: loginCode, jwk: publicJwk, proof });
  saveState({
    key: state.key,
    deviceId: String(answer.device_id),
    delegator: String(answer.delegator_identity),
  });
  return {
    done: 'enrol',
    deviceId: String(answer.device_id),
    delegator: String(answer.delegator_identity),
  };
}

function deviceId(): string {
  if (!state.deviceId) throw new Error('this device is not enrolled');
  return state.deviceId;
}

async function pendingOnes(): Promise<PendingQuestion[]> {
  const authorization = `ACT-Command ${await command(deviceId(), issuerId, 'confirmation.list', deviceId())}`;
  const answer = await call(`/devices/${deviceId()}/confirmations`, { headers: { authorization } });
  return answer.pending as PendingQuestion[];
}

let watching: Promise<Shown[]> | undefined;
let resting = false;

type Answer = ConfirmationClaims['decision'];

/** Answers what comes up, after reading what the account side shows, until the user puts the device away. */
async function watch(decision: Answer): Promise<Shown[]> {
  const shown: Shown[] = [];
  while (!resting) {
    for (const pending of await pendingOnes()) {
      await confirm(pending.confirmation_id, pending.challenge, { decision });
      shown.push(pending.shown);
    }
    await sleep(POLL_MILLISECONDS);
  }
  return shown;
}

async function startWatching(decision: Answer): Promise<DeviceReport> {
  resting = false;
  watching = watch(decision);
  return { done: 'watch' };
}

async function rest(): Promise<DeviceReport> {
  resting = true;
  const shown = (await watching) ?? [];
  return { done: 'rest', summaries: shown.map((one) => one.summary.en) };
}

async function confirm(
  confirmationId: string,
  challenge: string,
  claims: Partial<ConfirmationClaims>,
  secret?: string,
): Promise<Record<string, unknown>> {
  const confirmation = await signMessage(
    'confirmation',
    {
      iss: deviceId(),
      sub: state.delegator ?? '',
      aud: issuerId,
      jti: newId(random, 'cnf'),
      iat: now(),
      exp: now() + CONFIRMATION_SECONDS,
      challenge,
      decision: 'APPROVE',
      method: 'FACE',
      channel: 'PHONE',
      ...claims,
    },
    signer,
  );
  const body = secret === undefined ? { confirmation } : { confirmation, secret };
  return post(`/confirmations/${confirmationId}`, body);
}

async function give({
  path,
  claims,
  with: more,
}: Extract<DeviceAction, { do: 'command' }>): Promise<DeviceReport> {
  const full = { iss: deviceId(), jti: newId(random, 'cmd'), iat: now(), ...claims };
  const signed = await signMessage('command', full, signer);
  return { done: 'command', answer: await post(path, { ...more, command: signed }) };
}

async function revoke(delegationId: string): Promise<DeviceReport> {
  const signed = await command(deviceId(), issuerId, 'mandate.revoke', delegationId);
  const answer = await post(`/mandates/${delegationId}/revoke`, { command: signed });
  return { done: 'revoke', status: String(answer.status) };
}

async function fund(subAccount: string, amount: string, currency: string): Promise<DeviceReport> {
  const signed = await command(deviceId(), pspId, 'sub_account.fund', subAccount, { amount, currency });
  const answer = await post(`/sub-accounts/${subAccount}/fund`, { command: signed });
  return { done: 'fund', balance: String(answer.balance) };
}

async function balance(account: string): Promise<DeviceReport> {
  const authorization = `ACT-Command ${await command(deviceId(), pspId, 'account.read', account)}`;
  const answer = await call(`/accounts/${account}`, { headers: { authorization } });
  return { done: 'balance', balance: String(answer.balance) };
}

async function obey(order: DeviceOrder): Promise<DeviceReport> {
  ahead = order.at - Math.floor(Date.now() / 1000);
  switch (order.do) {
    case 'enrol':
      return enrol(order.loginCode);
    case 'watch':
      return startWatching(order.decision ?? 'APPROVE');
    case 'rest':
      return rest();
    case 'inbox':
      return { done: 'inbox', pending: await pendingOnes() };
    case 'answer':
      return {
        done: 'answer',
        answer: await confirm(order.confirmationId, order.challenge, order.claims ?? {}, order.secret),
      };
    case 'command':
      return give(order);
    case 'revoke':
      return revoke(order.delegationId);
    case 'fund':
      return fund(order.subAccount, order.amount, order.currency);
    case 'balance':
      return balance(order.account);
  }
}

process.on('message', (order: DeviceOrder) => {
  obey(order).then(
    (report) => process.send?.({ id: order.id, report }),
    (error: Error) => process.send?.({ id: order.id, error: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {});
process.send?.({ ready: true, deviceId: state.deviceId ?? null, delegator: state.delegator ?? null });
