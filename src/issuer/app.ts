import type { Hono } from 'hono';
import {
  createApp,
  faultOf,
  type HttpClient,
  type Logger,
  type RateLimit,
  roleChecks,
  type UsedKey,
} from '../http/index.ts';
import type { ConfirmationClaims } from '../protocol/generated/types.ts';
import type { Signer } from '../protocol/jws/index.ts';
import type { Clock, Random, Trace } from '../protocol/ports.ts';
import { EKU } from '../protocol/x509/index.ts';
import { type AnchorSink, observeRecords, type RecordWorker, startRecords } from '../records/index.ts';
import { commandLogMigrations, heartbeatMigration, type Migration, type Store } from '../store/index.ts';
import type { PinnedKeys, TrustList } from '../verifier/index.ts';
import { addCashierPage, createCashier } from './cashier/index.ts';
import {
  addConfirmationRoutes,
  type CodeDelivery,
  confirmationMigrations,
  createConfirmationService,
} from './confirmation/index.ts';
import {
  addDeviceRoutes,
  codeLogin,
  createEnrolment,
  deviceMigrations,
  findDevice,
  type UserLogin,
} from './devices/index.ts';
import openapi from './generated/openapi.json' with { type: 'json' };
import { addMandateRoutes, createIac, iacMigrations, localStatusOf, type RiskControl } from './iac/index.ts';
import {
  type Cashier,
  createPsp,
  createRemoteStatusList,
  createStatusSource,
  type Interconnection,
  type Ledger,
  limitsDecide,
  type NoticeWorker,
  type Psp,
  type PspPolicy,
  pspMigrations,
  pspRoutes,
  type RiskDecision,
  type StatusSource,
  startNotices,
} from './psp/index.ts';
import { completion, recordSigners } from './recording.ts';
import { type ControlProofs, createSigning, signingMigrations } from './signing/index.ts';
import { addSubAccountRoutes, createSubAccountService } from './sub-accounts/index.ts';
import { addToolRoutes, createTools } from './tools/index.ts';

/** A merchant whose customer comes at once has delivered by then and needs no notice of the payment. */
const NOTICE_WAIT_SECONDS = 1;

/** The account side and its mandate issuer. */
export interface IssuerSide {
  /** Identifier in the role IAC_ISSUER: audience of devices, confirmations and mandate requests. */
  readonly id: string;
  /** Public address of this server, without a slash at the end. */
  readonly baseUrl: string;
  /** The issuer-mandate key (EKU.mandate) and the issuer-status key (EKU.status); local, or a key service. */
  readonly mandateSigner: Signer;
  readonly statusSigner: Signer;
  /** Keeps a proof of each use of the mandate key; by default there is none. */
  readonly controlProofs?: ControlProofs;
  /** The key for records of its events (EKU.record); without it they wait in the outbox. */
  readonly recordSigner?: Signer;
  /** Keys for records that this one has replaced, for events that waited meanwhile. */
  readonly formerRecordSigners?: readonly Signer[];
  /** The payment services that mandates may be made out to; they may belong to other institutions. */
  readonly psps: readonly string[];
  /** The platform's own login; by default the table of one-time codes. */
  readonly userLogin?: UserLogin;
  readonly confirmationMethods?: readonly ConfirmationClaims['method'][];
  /** How one-time codes reach a delegator; without it nobody confirms by OTP. */
  readonly codeDelivery?: CodeDelivery;
  /** Whether this issuer grants full autonomy (a2p2:L5). */
  readonly fullAutonomy?: boolean;
  /** How long a question waits for the delegator. */
  readonly confirmationSeconds?: number;
}

/** The payment service on the same server. */
export interface PaymentSide {
  readonly id: string;
  /** The PSP-receipt key (EKU.receipt). */
  readonly receiptSigner: Signer;
  /** As that of the issuer, for payments. */
  readonly recordSigner?: Signer;
  readonly formerRecordSigners?: readonly Signer[];
  /** The platform's risk engine; by default limits, tools and balances decide alone. */
  readonly risk?: RiskDecision;
  /** Where the state of mandates is read; by default own ones from their rows, others from their issuer's signed list. */
  readonly status?: StatusSource;
  /** The platform's own books; by default the double-entry tables of this package. */
  readonly ledger?: Ledger;
  readonly policy?: Partial<PspPolicy>;
  /** The pinned keys of the trust list, which files of evidence are judged by; without them nothing is compensated. */
  readonly trustListKey?: PinnedKeys;
  /** The way to the status lists of other issuers, and to other payment services; without it neither is reached. */
  readonly http?: HttpClient;
  /** The way to merchants, who are told what was paid to them; without it they hear of it from the agent alone. */
  readonly merchants?: HttpClient;
  /** Whom this service clears with, and the key that signs its instructions (EKU.command). */
  readonly clearing?: Omit<Interconnection, 'http'>;
  /** The first digits of the payer codes that this service gives. */
  readonly payerCodePrefixes?: readonly string[];
}

export interface IssuerPorts {
  /** Opened with `issuerMigrations`. */
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly trust: { current(now: number): Promise<TrustList> };
  readonly log: Logger;
  readonly trace?: Trace;
  /** Counted for each agent, device and merchant that has signed; absent: nobody is counted. */
  readonly callerLimit?: RateLimit;
  readonly issuer: IssuerSide;
  readonly psp?: PaymentSide;
  /** The way into the anchor log; without it records are kept and wait for one. */
  readonly anchors?: AnchorSink;
}

export interface Issuer {
  readonly app: Hono;
  readonly psp: Psp | undefined;
  /** For the platform's risk system; it has no HTTP calls. */
  readonly risk: RiskControl;
  /**
   * Signs what a crash left unsigned, and begins to record events and to tell merchants beside the business. Call
   * before listening.
   */
  start(): Promise<void>;
  /** Finishes and sends back what is due by now (OA-ESC-05, OA-ESC-06), tells of expired mandates. Call now and then. */
  tend(): Promise<void>;
  /** Ends what runs beside the business. Call before the store is closed. */
  close(): Promise<void>;
}

/** Every migration of the account side's database, in order. */
export const issuerMigrations: readonly Migration[] = [
  ...commandLogMigrations,
  ...signingMigrations,
  ...deviceMigrations,
  ...confirmationMigrations,
  ...iacMigrations,
  ...pspMigrations,
  heartbeatMigration,
];

/**
 * Puts the account side together: devices, confirmations, mandates, and the payment service if there is one. It
 * reads no environment and does not listen.
 */
export function createIssuer(ports: IssuerPorts): Issuer {
  const { store, clock, random, trust, log, issuer } = ports;
  const limit = ports.callerLimit ? { callerLimit: ports.callerLimit } : {};
  const common = { store, clock, random, trust, issuerId: issuer.id, ...limit, ...traceOf(ports) };
  const signing = createSigning(store, issuer.mandateSigner, issuer.controlProofs);
  const confirmations = createConfirmationService({
    ...common,
    ...(issuer.confirmationMethods ? { methods: issuer.confirmationMethods } : {}),
    ...(issuer.codeDelivery ? { codeDelivery: issuer.codeDelivery } : {}),
    ...(issuer.confirmationSeconds ? { lifetimeSeconds: issuer.confirmationSeconds } : {}),
  });
  const iac = createIac({ ...common, ...issuer, confirmations, signing });
  const app = createApp({
    name: 'issuer',
    log,
    checks: roleChecks({ ...ports, keys: keysOf(ports) }),
    openapi,
  });
  addDeviceRoutes(app, createEnrolment({ ...common, login: issuer.userLogin ?? codeLogin(store), signing }));
  addConfirmationRoutes(app, confirmations);
  addCashierPage(app, { store, clock, baseUrl: issuer.baseUrl, confirmations });
  addMandateRoutes(app, iac);
  const psp =
    ports.psp &&
    createPayments(
      ports,
      ports.psp,
      createCashier({ issuerId: issuer.id, pspId: ports.psp.id, confirmations, signing }),
    );
  if (ports.psp && psp) {
    const { toolBindings, subAccounts } = psp;
    const accountSide = { ...common, pspId: ports.psp.id, confirmations };
    addToolRoutes(app, createTools({ ...accountSide, toolBindings }));
    addSubAccountRoutes(app, createSubAccountService({ ...accountSide, subAccounts }));
    app.route('/', pspRoutes(psp));
  }
  observeRecords('issuer', store, clock);
  let recording: RecordWorker | undefined;
  let notices: NoticeWorker | undefined;
  return {
    app,
    psp,
    risk: iac.risk,
    async start() {
      await signing.completeAll();
      await psp?.start();
      if (psp !== undefined && ports.psp?.merchants !== undefined)
        notices ??= startNotices(
          () => psp.tellMerchants(NOTICE_WAIT_SECONDS),
          (error) => log.error(faultOf(error), 'telling merchants failed'),
        );
      const signers = recordSigners(ports);
      if (signers.length === 0) return;
      const sink = ports.anchors === undefined ? {} : { sink: ports.anchors };
      recording ??= startRecords({
        store,
        clock,
        random,
        log,
        signers,
        completion: completion(signing),
        ...sink,
      });
    },
    async tend() {
      await psp?.finishReceived();
      await psp?.returnUndelivered();
      await psp?.advanceDue();
      await iac.recordExpiries();
    },
    async close() {
      await notices?.close();
      await recording?.close();
    },
  };
}

/** @see OA-OPS-22 */
function keysOf({ issuer, psp }: IssuerPorts): readonly UsedKey[] {
  const asIssuer = (eku: typeof EKU.mandate | typeof EKU.status) =>
    ({ entity: issuer.id, role: 'IAC_ISSUER', ekus: [eku] }) as const;
  const keys: readonly UsedKey[] = [
    { name: 'mandate', signer: issuer.mandateSigner, certified: asIssuer(EKU.mandate) },
    { name: 'status', signer: issuer.statusSigner, certified: asIssuer(EKU.status) },
  ];
  if (psp === undefined) return keys;
  const asPsp = (eku: typeof EKU.receipt | typeof EKU.command) =>
    ({ entity: psp.id, role: 'PSP', ekus: [eku] }) as const;
  const receipt = { name: 'receipt', signer: psp.receiptSigner, certified: asPsp(EKU.receipt) };
  if (psp.clearing === undefined) return [...keys, receipt];
  const command = { name: 'command', signer: psp.clearing.commandSigner, certified: asPsp(EKU.command) };
  return [...keys, receipt, command];
}

function traceOf({ trace }: IssuerPorts): { readonly trace?: Trace } {
  return trace === undefined ? {} : { trace };
}

/** The payment service learns about mandates and devices through its ports only. */
function createPayments(ports: IssuerPorts, side: PaymentSide, cashier: Cashier): Psp {
  const { store, clock, random, trust, issuer } = ports;
  return createPsp({
    store,
    clock,
    random,
    trust,
    pspId: side.id,
    receiptSigner: side.receiptSigner,
    status:
      side.status ??
      createStatusSource({
        localIssuer: issuer.id,
        local: localStatusOf,
        ...(side.http ? { remote: createRemoteStatusList(side.http) } : {}),
      }),
    risk: side.risk ?? limitsDecide,
    devices: { find: findDevice },
    cashier,
    ...(side.ledger ? { ledger: side.ledger } : {}),
    ...(side.policy ? { policy: side.policy } : {}),
    ...(side.trustListKey ? { trustListKey: side.trustListKey } : {}),
    ...(side.http && side.clearing ? { interconnection: { ...side.clearing, http: side.http } } : {}),
    ...(side.merchants ? { merchants: side.merchants } : {}),
    ...(side.payerCodePrefixes ? { payerCodePrefixes: side.payerCodePrefixes } : {}),
    ...(ports.callerLimit ? { callerLimit: ports.callerLimit } : {}),
    ...traceOf(ports),
  });
}
