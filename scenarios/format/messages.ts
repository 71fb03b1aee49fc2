/** One message of a device, an agent, a shop or anybody. */
import type { CommandClaims } from '../../src/protocol/generated/types.ts';
import type { Forgery } from './forgery.ts';
import type { Named } from './step.ts';

/** A signed command of a device, an agent or a shop. */
export interface CommandStep extends Named {
  readonly do: 'command';
  /** `device`, `agent`, or the name of a shop, of a partner or `bank`. */
  readonly by?: string;
  /** `bank`, or the name of a shop or a partner. */
  readonly to?: string;
  readonly action: CommandClaims['action'];
  readonly target: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly forge?: Forgery;
}

/** One answer to the one question that waits. `claims`: what differs from the honest answer. */
export interface AnswerStep extends Named {
  readonly do: 'answer';
  /** Whose question it is, when it is not the answering user's. */
  readonly of?: string;
  /** The kept question of a `pay` or `bind` with `asks`; the last that waits, where it is left out. */
  readonly to?: string;
  readonly secret?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** A device asks to speak for a user. */
export interface EnrolStep extends Named {
  readonly do: 'enrol';
  /** The login that the person shows; the right one of the user where it is left out. */
  readonly login?: string;
}

/** Bytes to a server. */
export interface SendStep extends Named {
  readonly do: 'send';
  /** `bank`, `trust`, or the name of a shop. */
  readonly to: string;
  readonly path: string;
  /** Bytes on the bare connection, in the place of a request. */
  readonly wire?: string;
  readonly method?: string;
  readonly json?: unknown;
  readonly text?: string;
  /** Bytes that are no text. */
  readonly base64?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
