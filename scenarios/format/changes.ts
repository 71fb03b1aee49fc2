/** What happens in the world meanwhile. */
import type { Forgery } from './forgery.ts';
import type { Named, Step } from './step.ts';

/** All at once. */
export interface TogetherStep extends Named {
  readonly do: 'together';
  readonly steps: readonly Step[];
}

/** The clock of the whole world goes forward. */
export interface AdvanceStep extends Named {
  readonly do: 'advance';
  /** To this time, before `seconds` are added. */
  readonly to?: string;
  readonly seconds?: number;
}

/** A shop changes a price. */
export interface PriceStep extends Named {
  readonly do: 'price';
  readonly at: string;
  readonly item: string;
  readonly price: string;
}

/** The agent's own account of what it has paid is wiped: a forged cache. */
export interface ForgetStep extends Named {
  readonly do: 'forget';
}

/** What the bank does by itself, and what befalls it. */
export interface BankStep extends Named {
  readonly do: 'bank';
  /** Risk control suspends this mandate, or lifts its suspension. */
  readonly suspends?: string;
  readonly lifts?: string;
  /** What the risk engine says to every payment from now on. */
  readonly risk?: 'allow' | 'refuse';
  /** Whether the key service that signs receipts answers. */
  readonly keyService?: 'up' | 'down';
  /** Whether its payment service sees what becomes of mandates, or reads a copy in which all of them are Active. */
  readonly status?: 'live' | 'lagging';
  /** How many calls it takes of each caller from now on, and no more; `any`: as many as come. */
  readonly callsOfEach?: number | 'any';
  /** Whether it holds as many connections as it may, so that whoever connects is one too many. */
  readonly connections?: 'full' | 'free';
  /** Whether somebody else holds the lock of its database file. */
  readonly database?: 'locked' | 'free';
  /** Tells the shops now what they have not heard of yet. */
  readonly tells?: 'shops';
}

/** A server goes down while a request is on its way to it, and comes up again. */
export interface RestartStep extends Named {
  readonly do: 'restart';
  readonly at: string;
}

/**
 * The trust service hands out another list, and everybody looks again. Without members it is the true list anew, with a
 * higher sequence than before.
 */
export interface PublishStep extends Named {
  readonly do: 'publish';
  /** Times in seconds follow `issued_at` and `next_update` unless they are said. */
  readonly list?: Forgery;
  /** Members of everything that is listed of an entity. */
  readonly entries?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** This entity stands in the list once more. */
  readonly twice?: string;
  /** The certificate of this key is revoked. */
  readonly revokes?: { readonly entity: string; readonly key: `${string}/${string}` };
}

/** From now on a server answers this, whoever asks for the path; without an answer it hangs up. `as before` ends it. */
export interface AnswersStep extends Named {
  readonly do: 'answers';
  readonly at: string;
  readonly path: string;
  readonly with:
    | { readonly status?: number; readonly json?: unknown; readonly text?: string }
    | 'nothing'
    | 'lost'
    | 'as before';
}
