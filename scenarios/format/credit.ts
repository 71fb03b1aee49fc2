/** Credit that is associated with an agent. */
import type { Forgery } from './forgery.ts';
import type { Named } from './step.ts';

/** A subject applies to be associated with the agent, and confirms what it is shown. Keeps the draft and the credential. */
export interface VouchStep extends Named {
  readonly do: 'vouch';
  readonly application?: Readonly<Record<string, unknown>>;
  readonly forgery?: Forgery;
  /** What another `vouch` kept: the same application once more. */
  readonly again?: string;
  /** Whether the agent's key takes part. */
  readonly control?: false;
  /** Nothing is confirmed. */
  readonly only?: 'apply';
  /** Somebody else's key confirms. */
  readonly with?: `${string}/${string}`;
}

/** A shop asks about the agent's associated credit, under an authorisation of the subject, and judges the answer. */
export interface CreditStep extends Named {
  readonly do: 'credit';
  readonly at: string;
  /** A kept `vouch`. */
  readonly of: string;
  readonly level?: 'CREDENTIAL';
  readonly request?: Readonly<Record<string, unknown>>;
  readonly forgery?: Forgery;
  /** What of the credential is other in the one that is presented. */
  readonly presents?: Readonly<Record<string, unknown>>;
  readonly authorize?: false | Readonly<Record<string, unknown>>;
  /** The subject takes the authorisation back before it is used. */
  readonly revokes?: true;
  /** The bank asks for the shop, so many times a minute. */
  readonly as_platform?: number;
  /** How often it is asked; the last answer counts. */
  readonly times?: number;
  readonly judged?: {
    readonly later?: number;
    readonly expects?: Readonly<Record<string, string>>;
    readonly forgedWith?: `${string}/${string}`;
  };
}

export interface CreditOrderStep extends Named {
  readonly do: 'credit order';
  readonly what: 'suspend' | 'resume' | 'revoke' | 'reassess' | 'revoke the authorisation';
  readonly by: 'subject' | 'service';
  readonly of?: string;
  readonly target?: string;
  readonly reason?: string;
}

/** What the credit service knows, or cannot reach, from now on. */
export interface KnownStep extends Named {
  readonly do: 'known';
  readonly changes: {
    readonly down?: 'assertion' | 'mapping' | undefined;
    readonly versions?: string[];
    readonly bound?: string;
    readonly assertion?: 'valid' | 'invalid';
  };
}
