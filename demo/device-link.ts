import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CommandClaims, ConfirmationClaims, Shown } from '../src/protocol/generated/types.ts';

/** `at`: the time on the device's clock, Unix seconds. */
export type DeviceOrder = { readonly id: number; readonly at: number } & DeviceAction;
export type DeviceAction =
  | { readonly do: 'enrol'; readonly loginCode: string }
  | { readonly do: 'watch'; readonly decision?: ConfirmationClaims['decision'] }
  | { readonly do: 'rest' }
  | { readonly do: 'inbox' }
  /** One answer to one question; `challenge` is another's when evidence is to be passed off. */
  | {
      readonly do: 'answer';
      readonly confirmationId: string;
      readonly challenge: string;
      readonly claims?: Partial<ConfirmationClaims>;
      /** The one-time code or password that the user types. */
      readonly secret?: string;
    }
  /** Any signed command of the user, sent to the given path. */
  | {
      readonly do: 'command';
      readonly path: string;
      readonly claims: Pick<CommandClaims, 'aud' | 'action' | 'target'> & Partial<CommandClaims>;
      /** What others have to say to it, and goes along. */
      readonly with?: Readonly<Record<string, unknown>>;
    }
  | { readonly do: 'revoke'; readonly delegationId: string }
  | { readonly do: 'fund'; readonly subAccount: string; readonly amount: string; readonly currency: string }
  | { readonly do: 'balance'; readonly account: string };

export type DeviceReport =
  | { readonly done: 'enrol'; readonly deviceId: string; readonly delegator: string }
  | { readonly done: 'watch' }
  | { readonly done: 'rest'; readonly summaries: readonly string[] }
  | { readonly done: 'inbox'; readonly pending: readonly PendingQuestion[] }
  | { readonly done: 'answer' | 'command'; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly done: 'revoke'; readonly status: string }
  | { readonly done: 'fund'; readonly balance: string }
  | { readonly done: 'balance'; readonly balance: string };

export interface PendingQuestion {
  readonly confirmation_id: string;
  readonly shown: Shown;
  readonly challenge: string;
}

/** The account side refused what the device asked for. */
export class DeviceRefusal extends Error {
  readonly code: string;

  constructor(action: string, code: string) {
    super(`the device could not ${action}: ${code}`);
    this.code = code;
  }
}

interface Ready {
  readonly ready: true;
  readonly deviceId: string | null;
  readonly delegator: string | null;
}
type Answer = { readonly id: number; readonly report?: DeviceReport; readonly error?: string };

/** The user's device, as the person who holds it sees it. */
export interface Device {
  readonly delegator: string | null;
  ask(action: DeviceAction): Promise<DeviceReport>;
  stop(): void;
}

/** Starts the device process and waits until it has read its key file. Its clock is set at each order. */
export async function startDevice(
  args: readonly [string, string, string, string],
  clock: () => number = () => Math.floor(Date.now() / 1000),
): Promise<Device> {
  const path = fileURLToPath(new URL('./device.ts', import.meta.url));
  const child = fork(path, [...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });
  const waiting = new Map<number, (answer: Answer) => void>();
  const ready = await firstMessage(child);
  child.on('message', (message: Answer) => waiting.get(message.id)?.(message));
  let lastId = 0;
  return {
    delegator: ready.delegator,
    ask(action) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, (answer) => {
          waiting.delete(id);
          if (answer.report) resolve(answer.report);
          else reject(new DeviceRefusal(action.do, answer.error ?? 'no reason given'));
        });
        child.send({ id, at: clock(), ...action });
      });
    },
    stop() {
      if (child.connected) child.disconnect();
    },
  };
}

function firstMessage(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: Ready) => resolve(message));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the device process ended with ${code}`)));
  });
}
