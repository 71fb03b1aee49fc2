import { isObject, type JsonObject } from '../../forge/json.ts';
import { type Answer, Caller, mustSucceed } from '../../live/http.ts';
import { type Notes, NotRun, SubjectFault } from '../../run/case.ts';
import type { ControlSettings } from './settings.ts';

/** What a subject may offer, by the names of spec/15-conformance.md, 15.3. */
export type ControlFeature =
  | 'clock'
  | 'accounts'
  | 'login-codes'
  | 'passwords'
  | 'risk'
  | 'events'
  | 'backups'
  | 'record-key'
  | 'outages'
  | 'restart'
  | 'connections'
  | 'list';

/** One line of the books of an account: amounts with a sign, as decimal texts. */
export interface Movement {
  readonly transfer_id: string;
  readonly kind: string;
  readonly amount: string;
}

export interface AccountView {
  readonly balance: string;
  readonly movements: readonly Movement[];
}

/** An event that the subject has written down to be recorded. */
export interface ControlEvent {
  readonly event_type: string;
  readonly at: number;
  readonly correlation: JsonObject;
  readonly participants: readonly JsonObject[];
  readonly event_body: JsonObject;
}

/** So long a message may have been signed before it arrives, on a machine that is busy. */
const ON_THE_WAY_MS = 20_000;

const RISK = { suspend: 'risk-suspend', resume: 'risk-resume' } as const;

function isEvent(value: unknown): value is ControlEvent {
  return (
    isObject(value) &&
    typeof value.event_type === 'string' &&
    typeof value.at === 'number' &&
    isObject(value.correlation) &&
    Array.isArray(value.participants) &&
    isObject(value.event_body)
  );
}

/** The test-control contract from the side of the suite. Whoever lacks a feature is not asked, and did not pass. */
export class Control {
  private readonly caller: Caller;
  private readonly token: string;
  private readonly features: ReadonlySet<string>;
  /** Seconds that the subject's clock is ahead of this one. */
  ahead: number;
  /** The same before a move that is under way: nobody can tell when the subject's clock moves. */
  aheadSince: number;
  /** Moves of late, of before which messages may still be on their way. */
  private readonly moves: { readonly from: number; readonly endedAt: number }[] = [];

  private constructor(caller: Caller, token: string, features: ReadonlySet<string>, ahead: number) {
    this.caller = caller;
    this.token = token;
    this.features = features;
    this.ahead = ahead;
    this.aheadSince = ahead;
  }

  /** @throws SubjectFault when what is declared is not there */
  static async open(settings: ControlSettings | undefined, url: string, patience: number): Promise<Control> {
    const caller = new Caller(settings?.url ?? url, patience);
    if (settings === undefined) return new Control(caller, '', new Set(), 0);
    const headers = { authorization: `Bearer ${settings.token}` };
    const asked = Math.floor(Date.now() / 1000);
    const { status, body } = await caller.call('/control', { headers });
    if (status !== 200 || !Array.isArray(body?.features) || typeof body.now !== 'number')
      throw new SubjectFault(`The declared test control answers ${status}.`);
    // However long the answer took: what it says was true somewhere between.
    const ahead = body.now - Math.min(Math.max(body.now, asked), Math.floor(Date.now() / 1000));
    // A second of transport is no clock of its own.
    return new Control(caller, settings.token, new Set(body.features), Math.abs(ahead) < 2 ? 0 : ahead);
  }

  has(feature: ControlFeature | CreditFeature): boolean {
    return this.features.has(feature);
  }

  /** Whatever the subject answers. @throws NotRun without the feature */
  async call(
    feature: ControlFeature | CreditFeature,
    path: string,
    notes: Notes,
    body?: unknown,
  ): Promise<Answer> {
    if (!this.has(feature)) throw new NotRun(`The subject offers no test control of ${feature}.`);
    const headers = { authorization: `Bearer ${this.token}` };
    // The token stands in the headers: what is noted is the request without them.
    const answer = await this.caller.call(path, body === undefined ? { headers } : { headers, body });
    notes.exchange({ what: `test control ${path}`, sent: body ?? null, received: answer.body });
    return answer;
  }

  /** @throws NotRun without the feature; SubjectFault */
  async ask(
    feature: ControlFeature | CreditFeature,
    path: string,
    notes: Notes,
    body?: unknown,
  ): Promise<Answer> {
    const answer = await this.call(feature, path, notes, body);
    mustSucceed(answer, 200);
    return answer;
  }

  /** Moves the subject's clock forward; from then on the suite dates what it signs by it. */
  async advance(seconds: number, notes: Notes): Promise<void> {
    const before = this.ahead;
    // What is due by then is done before the answer, and may ask the suite for lists of that time.
    this.ahead = before + seconds;
    try {
      const { body } = await this.ask('clock', '/control/clock', notes, { advance_seconds: seconds });
      this.ahead = Number(body.now) - Math.floor(Date.now() / 1000);
    } catch (error) {
      this.ahead = before;
      throw error;
    } finally {
      this.moves.push({ from: this.aheadSince, endedAt: Date.now() });
      this.aheadSince = this.ahead;
    }
  }

  /** The same when the oldest message may have been signed that arrives now: the subject is busy, and its clock was moved. */
  aheadOfMail(): number {
    const [under = this.aheadSince] = this.moves
      .filter(({ endedAt }) => Date.now() < endedAt + ON_THE_WAY_MS)
      .map(({ from }) => from);
    return under;
  }

  async account(accountId: string, notes: Notes): Promise<AccountView> {
    const { body } = await this.ask('accounts', `/control/accounts/${encodeURIComponent(accountId)}`, notes);
    if (typeof body?.balance !== 'string' || !Array.isArray(body.movements))
      throw new SubjectFault('The test control shows no balance and movements.');
    return body;
  }

  /** The events of a mandate or a trade, in order. */
  async events(subject: string, notes: Notes): Promise<readonly ControlEvent[]> {
    const { body } = await this.ask('events', `/control/events/${encodeURIComponent(subject)}`, notes);
    if (!Array.isArray(body?.events) || !body.events.every(isEvent))
      throw new SubjectFault('The test control shows no events.');
    return body.events;
  }

  async loginCode(delegator: string, notes: Notes): Promise<string> {
    const { body } = await this.ask('login-codes', '/control/login-codes', notes, {
      delegator_identity: delegator,
    });
    return String(body.login_code);
  }

  /** Sets the payment password of a delegator, as after somebody has verified who that is. */
  async setPassword(delegator: string, password: string, notes: Notes): Promise<void> {
    await this.ask('passwords', '/control/payment-passwords', notes, {
      delegator_identity: delegator,
      password,
    });
  }

  /** Everything that it has recorded, as its operator backs it up: JSON lines, and the seal. */
  async backup(notes: Notes): Promise<string> {
    const { body } = await this.ask('backups', '/control/records/backup', notes);
    if (typeof body?.backup !== 'string') throw new SubjectFault('The test control shows no backup.');
    return body.backup;
  }

  /** Whatever it says to a backup that is to be restored. */
  restore(backup: string, notes: Notes): Promise<Answer> {
    return this.call('backups', '/control/records/restore', notes, { backup });
  }

  /** What happens while work is done is recorded only afterwards. */
  async whileEventsWait<T>(notes: Notes, work: () => Promise<T>): Promise<T> {
    await this.ask('record-key', '/control/record-key', notes, { works: false });
    try {
      return await work();
    } finally {
      await this.ask('record-key', '/control/record-key', notes, { works: true });
    }
  }

  /** Replaces the key for records; the former one is kept for what waits, or lost. */
  async replaceRecordKey(former: 'kept' | 'lost', notes: Notes): Promise<void> {
    const body = { keeps_former: former === 'kept' };
    await this.ask('record-key', '/control/record-key/replace', notes, body);
  }

  /** Takes something away while work is done, and gives it back whatever became of that. */
  async without(
    what: 'store' | 'receipt-key' | 'list',
    notes: Notes,
    work: () => Promise<void>,
  ): Promise<void> {
    const path = `/control/${what}`;
    const feature = what === 'list' ? what : 'outages';
    await this.ask(feature, path, notes, { works: false });
    try {
      await work();
    } finally {
      await this.ask(feature, path, notes, { works: true });
    }
  }

  /** The next judgement of a payment breaks off inside the subject, with these words. */
  async breakNext(text: string, notes: Notes): Promise<void> {
    await this.ask('outages', '/control/fault', notes, { text });
  }

  /** The subject ends as if it were told to, says so for so long before, and comes back. */
  async restart(noticeSeconds: number, notes: Notes): Promise<void> {
    await this.ask('restart', '/control/restart', notes, { notice_seconds: noticeSeconds });
  }

  /** No more connections than these are held while work is done: in all, or from one network address. */
  async narrowed(
    bound: { readonly open: number; readonly from_one_address: boolean },
    notes: Notes,
    work: () => Promise<void>,
  ): Promise<void> {
    await this.ask('connections', '/control/connections', notes, bound);
    try {
      await work();
    } finally {
      await this.ask('connections', '/control/connections', notes, { open: 0 });
    }
  }

  /** Each caller may ask so often at once while work is done. */
  async limited(
    requests: number,
    notes: Notes,
    work: () => Promise<void>,
    feature: 'outages' | 'caller-limit' = 'outages',
  ): Promise<void> {
    await this.ask(feature, '/control/caller-limit', notes, { requests });
    try {
      await work();
    } finally {
      await this.ask(feature, '/control/caller-limit', notes, { requests: 0 });
    }
  }

  /** Risk control suspends a mandate, or lifts its own suspension. */
  async risk(what: 'suspend' | 'resume', delegationId: string, notes: Notes): Promise<void> {
    mustSucceed(await this.askRisk(what, delegationId, notes), 200);
  }

  /** The same, whatever is answered. */
  askRisk(what: 'suspend' | 'resume', delegationId: string, notes: Notes): Promise<Answer> {
    const path = `/control/mandates/${encodeURIComponent(delegationId)}/${RISK[what]}`;
    const body = what === 'suspend' ? { recovery_condition: 'checked by hand' } : {};
    return this.call('risk', path, notes, body);
  }
}

/** What a credit service may offer, by the names of spec/15-conformance.md, 15.7. */
export type CreditFeature = 'credit-orders' | 'credit-changes' | 'credit-sources' | 'caller-limit';
