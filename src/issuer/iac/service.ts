import type { DelegationBody, MandateRequestBody, RecordListBody } from '../../protocol/generated/types.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import type { Clock, Random, Trace } from '../../protocol/ports.ts';
import type { TrustList } from '../../verifier/index.ts';
import type { SenderDeps } from '../commands/index.ts';
import type { ConfirmationService } from '../confirmation/index.ts';
import type { Signing } from '../signing/index.ts';
import { changeMandate, type LifecycleAction, type LifecycleAnswer } from './commands.ts';
import { type DelegationAnswer, delegateMandate } from './delegate.ts';
import { recordExpiries } from './expiry.ts';
import { mandateDecisions } from './grant.ts';
import { type MandateAnswer, readMandate, readMandateRecords } from './read.ts';
import { type MandateRequestAnswer, requestMandate } from './request.ts';
import { createRiskControl, type RiskControl } from './risk-control.ts';
import { createStatusLists } from './status-list.ts';

export interface IacDeps extends SenderDeps {
  readonly issuerId: string;
  /** Public address of this server, without a slash at the end; status list addresses are made from it. */
  readonly baseUrl: string;
  readonly psps: readonly string[];
  readonly clock: Clock;
  readonly random: Random;
  readonly trust: { current(now: number): Promise<TrustList> };
  readonly statusSigner: Signer;
  readonly confirmations: ConfirmationService;
  readonly signing: Signing;
  /** Whether a2p2:L5 is granted here. */
  readonly fullAutonomy?: boolean;
  readonly trace?: Trace;
}

/** The IAC issuer: requests, issuance, lifecycle, status. */
export interface Iac {
  readonly risk: RiskControl;
  request(body: MandateRequestBody): Promise<MandateRequestAnswer>;
  read(delegationId: string, command: string): Promise<MandateAnswer>;
  records(delegationId: string, command: string): Promise<RecordListBody>;
  delegate(parentId: string, body: DelegationBody): Promise<DelegationAnswer>;
  change(action: LifecycleAction, delegationId: string, command: string): Promise<LifecycleAnswer>;
  statusList(number: number): Promise<string>;
  /** Tells of mandates that have reached their end; answers how many. */
  recordExpiries(): Promise<number>;
}

export function createIac(deps: IacDeps): Iac {
  deps.confirmations.register('mandate', mandateDecisions(deps));
  const lists = createStatusLists({ ...deps, signer: deps.statusSigner });
  return {
    risk: createRiskControl(deps.store, deps.clock, deps.issuerId),
    request: (body) => requestMandate(deps, body),
    read: (delegationId, command) => readMandate(deps, delegationId, command),
    records: (delegationId, command) => readMandateRecords(deps, delegationId, command),
    delegate: (parentId, body) => delegateMandate(deps, parentId, body),
    change: (action, delegationId, command) => changeMandate(deps, action, delegationId, command),
    statusList: (number) => lists.current(number),
    recordExpiries: () => recordExpiries(deps),
  };
}
