/** An account side in memory and on a temporary disk, with a device and an agent that sign like real ones. */
import { randomBytes } from 'node:crypto';
import { createLogger, type HttpClient, type RateLimit } from '../../http/index.ts';
import { digestOfObject } from '../../protocol/digest/index.ts';
import type {
  CommandClaims,
  ConfirmationClaims,
  IacPayload,
  TrustListClaims,
} from '../../protocol/generated/types.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { newId, type Random, type TraceEvent } from '../../protocol/ports.ts';
import type { Happening } from '../../records/index.ts';
import type { Store } from '../../store/index.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import { sqlite, type TestEngine } from '../../store/testing/sqlite.ts';
import { openTrustList, type TrustList } from '../../verifier/index.ts';
import { type Actor, type Actors, createActors, IDS, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { attestationClaims, iacOf, intent, trustListClaims } from '../../verifier/testing/claims.ts';
import { createIssuer, type Issuer } from '../app.ts';
import { createAccountHolder, createEnrolmentCode } from '../devices/index.ts';
import { asJson } from '../json.ts';
import { issuerMigrations } from '../migrations.ts';
import type { IssuerSide } from '../ports.ts';

export const random: Random = (count) => new Uint8Array(randomBytes(count));

/** An answer of the server: JSON, or the text of anything else. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

export interface TestDevice {
  readonly deviceId: string;
  readonly delegator: string;
  readonly signer: Signer;
  readonly enrolment: string;
}

export interface TestWorld {
  readonly actors: Actors;
  readonly store: Store;
  readonly issuer: Issuer;
  readonly trustList: TrustList;
  readonly trace: TraceEvent[];
  /** Unix seconds; tests move it. */
  readonly time: { now: number };
  /** Another server process on the same database, or on another connection to it. */
  restart(side?: Partial<IssuerSide>, on?: Store): Issuer;
  close(): Promise<void>;
}

export interface TestWorldOptions {
  readonly side?: Partial<IssuerSide>;
  readonly withPsp?: boolean;
  /** Two servers of one test share the people and the trust list. */
  readonly actors?: Actors;
  /** Where the trust list says that the status list of IDS.issuer is. */
  readonly statusListUrl?: string;
  readonly http?: HttpClient;
  readonly callerLimit?: RateLimit;
  /** SQLite where nothing is said. */
  readonly engine?: TestEngine;
  /** What else the trust list says. */
  readonly alterTrustList?: (claims: TrustListClaims) => void;
}

export async function createTestWorld(options: TestWorldOptions = {}): Promise<TestWorld> {
  const actors = options.actors ?? (await createActors());
  const database = await (options.engine ?? sqlite).create();
  const store = await openPatiently(database.location, issuerMigrations);
  const trustList = await trustListOf(actors, options);
  const time = { now: WORLD_NOW };
  const trace: TraceEvent[] = [];
  const http = options.http === undefined ? {} : { http: options.http };
  const pspSide = { id: IDS.psp, receiptSigner: actors.psp.signer, ...http };
  const restart = (side: Partial<IssuerSide> = {}, on: Store = store): Issuer =>
    createIssuer({
      store: on,
      clock: () => time.now,
      random,
      trust: { current: async () => trustList },
      log: createLogger('test', 'silent'),
      trace: (event) => trace.push(event),
      issuer: {
        id: IDS.issuer,
        baseUrl: 'https://bank.example',
        mandateSigner: actors.issuer.signer,
        statusSigner: actors.issuerStatus.signer,
        psps: [IDS.psp],
        ...options.side,
        ...side,
      },
      ...(options.callerLimit ? { callerLimit: options.callerLimit } : {}),
      ...(options.withPsp === false ? {} : { psp: pspSide }),
    });
  return {
    actors,
    store,
    issuer: restart(),
    trustList,
    trace,
    time,
    restart,
    async close() {
      await store.close();
      await database.remove();
    },
  };
}

async function trustListOf(
  actors: Actors,
  { statusListUrl, alterTrustList }: TestWorldOptions,
): Promise<TrustList> {
  const claims = trustListClaims(actors);
  const entry = claims.entries.find(({ role }) => role === 'IAC_ISSUER');
  if (entry && statusListUrl !== undefined) entry.endpoints = { status_list_url: statusListUrl };
  alterTrustList?.(claims);
  const signed = await signMessage('trustList', claims, actors.trustList.signer);
  return openTrustList(signed, actors.trustList.publicJwk, WORLD_NOW);
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

export async function post(world: TestWorld, path: string, body: object): Promise<Answer> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return answerOf(await world.issuer.app.request(path, init));
}

export async function get(world: TestWorld, path: string, command?: string): Promise<Answer> {
  const headers: Record<string, string> =
    command === undefined ? {} : { authorization: `ACT-Command ${command}` };
  return answerOf(await world.issuer.app.request(path, { headers }));
}

/** A signed command, dated now, made out to the account side unless `claims` say otherwise. */
export function command(
  world: TestWorld,
  signer: Signer,
  claims: Pick<CommandClaims, 'iss' | 'action' | 'target'> & Partial<CommandClaims>,
): Promise<string> {
  const base = { aud: IDS.issuer, jti: newId(random, 'cmd'), iat: world.time.now };
  return signMessage('command', { ...base, ...claims }, signer);
}

export async function loginCode(world: TestWorld, delegator: string): Promise<string> {
  const request = { now: world.time.now, random, delegatorIdentity: delegator, identityMethod: 'counter' };
  return createEnrolmentCode(world.store, request);
}

export function newDelegator(world: TestWorld): Promise<string> {
  return createAccountHolder(world.store, { now: world.time.now, random, domain: 'bank.example' });
}

/** The body of POST /devices. */
export async function enrolmentBody(
  world: TestWorld,
  actor: Actor,
  code: string,
  changes: Partial<CommandClaims> = {},
) {
  const { jkt, publicJwk, signer } = actor;
  const claims = { iss: jkt, action: 'device.enrol', target: jkt, ...changes } as const;
  return { login_code: code, jwk: publicJwk, proof: await command(world, signer, claims) };
}

/** Enrols a device; without `delegator` for a new account holder. */
export async function enrol(world: TestWorld, actor: Actor, delegator?: string): Promise<TestDevice> {
  const owner = delegator ?? (await newDelegator(world));
  const { status, body } = await post(
    world,
    '/devices',
    await enrolmentBody(world, actor, await loginCode(world, owner)),
  );
  if (status !== 201) throw new Error(`enrolment failed: ${body.code}`);
  return { deviceId: body.device_id, delegator: owner, signer: actor.signer, enrolment: body.enrolment };
}

export function attestation(world: TestWorld): Promise<string> {
  return signMessage('attestation', attestationClaims(world.actors), world.actors.provider.signer);
}

/** A good IAC for this delegator; the identifier is new each time. */
export async function iacFor(delegator: string, changes: Partial<IacPayload> = {}): Promise<IacPayload> {
  const wanted = intent();
  const iac = iacOf(wanted, await digestOfObject(asJson(wanted)));
  return { ...iac, delegation_id: newId(random, 'dlg'), delegator_identity: delegator, ...changes };
}

/** The body of POST /mandates, signed by the agent of the test world. */
export async function mandateBody(world: TestWorld, iac: IacPayload, changes: Partial<CommandClaims> = {}) {
  const signed = await command(world, world.actors.agent.signer, {
    iss: IDS.agent,
    action: 'mandate.request',
    target: iac.delegation_id,
    params: { digest: await digestOfObject(asJson(iac)) },
    ...changes,
  });
  return { iac, psp_id: IDS.psp as string, agent_attestation: await attestation(world), command: signed };
}

/** The device's inbox. */
export async function inbox(world: TestWorld, device: TestDevice): Promise<Answer> {
  const signed = await command(world, device.signer, {
    iss: device.deviceId,
    action: 'confirmation.list',
    target: device.deviceId,
  });
  return get(world, `/devices/${device.deviceId}/confirmations`, signed);
}

/** The evidence for a challenge, signed by the device. */
export function evidence(
  world: TestWorld,
  device: TestDevice,
  challenge: string,
  changes: Partial<ConfirmationClaims> = {},
): Promise<string> {
  const claims: ConfirmationClaims = {
    iss: device.deviceId,
    sub: device.delegator,
    aud: IDS.issuer,
    jti: newId(random, 'ev'),
    iat: world.time.now,
    exp: world.time.now + 120,
    challenge,
    decision: 'APPROVE',
    method: 'FACE',
    channel: 'PHONE',
    ...changes,
  };
  return signMessage('confirmation', claims, device.signer);
}

/** Answers one waiting confirmation the way a device does: from what its inbox shows. */
export async function answer(
  world: TestWorld,
  device: TestDevice,
  confirmationId: string,
  changes: Partial<ConfirmationClaims> = {},
  secret?: string,
): Promise<Answer> {
  const { body } = await inbox(world, device);
  const entry = body.pending.find(
    (waiting: { confirmation_id: string }) => waiting.confirmation_id === confirmationId,
  );
  const challenge = await digestOfObject({
    shown: entry.shown,
    subject_digest: entry.subject_digest,
    agent_jkt: entry.shown.agent.jkt,
  });
  const confirmation = await evidence(world, device, challenge, changes);
  const beside = secret === undefined ? {} : { secret };
  return post(world, `/confirmations/${confirmationId}`, { confirmation, ...beside });
}

/** From request to signed mandate. Answers the delegation_id. */
export async function issue(
  world: TestWorld,
  device: TestDevice,
  changes: Partial<IacPayload> = {},
): Promise<string> {
  const iac = await iacFor(device.delegator, changes);
  const asked = await post(world, '/mandates', await mandateBody(world, iac));
  if (asked.status !== 202) throw new Error(`request failed: ${asked.body.code}`);
  const decided = await answer(world, device, asked.body.confirmation_id);
  if (decided.status !== 200) throw new Error(`confirmation failed: ${decided.body.code}`);
  return iac.delegation_id;
}

export async function readMandate(world: TestWorld, delegationId: string): Promise<Answer> {
  const signed = await command(world, world.actors.agent.signer, {
    iss: IDS.agent,
    action: 'mandate.read',
    target: delegationId,
  });
  return get(world, `/mandates/${delegationId}`, signed);
}

/** A lifecycle command by the device. */
export async function lifecycle(
  world: TestWorld,
  device: TestDevice,
  action: 'suspend' | 'resume' | 'revoke',
  delegationId: string,
  changes: Partial<CommandClaims> = {},
): Promise<Answer> {
  const signed = await command(world, device.signer, {
    iss: device.deviceId,
    action: `mandate.${action}`,
    target: delegationId,
    ...changes,
  });
  return post(world, `/mandates/${delegationId}/${action}`, { command: signed });
}

/** The events of a mandate that wait to be recorded, in the order in which they happened. */
export async function delegationEvents(world: TestWorld, delegationId: string): Promise<Happening[]> {
  const rows = await world.store.read.all('SELECT event FROM record_outbox');
  const running = ({ subject }: Happening): number => Number(subject[1] ?? 0);
  return rows
    .map(({ event }) => JSON.parse(String(event)) as Happening)
    .filter(({ subject }) => subject[0] === delegationId)
    .sort((one, other) => running(one) - running(other));
}
