import type { Hono } from 'hono';
import { assertBaseUrl, createApp } from '../http/index.ts';
import type { Trace } from '../protocol/ports.ts';
import { observeRecords } from '../records/index.ts';
import { addCashierPage, createCashier } from './cashier/index.ts';
import { addConfirmationRoutes, createConfirmationService } from './confirmation/index.ts';
import { addDeviceRoutes, codeLogin, createEnrolment, findDevice } from './devices/index.ts';
import openapi from './generated/openapi.json' with { type: 'json' };
import { addMandateRoutes, createIac, localStatusOf, type RiskControl } from './iac/index.ts';
import type { IssuerPorts, PaymentSide } from './ports.ts';
import {
  type Cashier,
  createPsp,
  createRemoteStatusList,
  createStatusSource,
  limitsDecide,
  type Psp,
  pspRoutes,
} from './psp/index.ts';
import { issuerChecks } from './readiness.ts';
import { createSigning } from './signing/index.ts';
import { addSubAccountRoutes, createSubAccountService } from './sub-accounts/index.ts';
import { addToolRoutes, createTools } from './tools/index.ts';
import { type IssuerWork, issuerWork } from './work.ts';

export interface Issuer extends IssuerWork {
  readonly app: Hono;
  readonly psp: Psp | undefined;
  /** For the platform's risk system; it has no HTTP calls. */
  readonly risk: RiskControl;
}

/**
 * Puts the account side together: devices, confirmations, mandates, and the payment service if there is one. It
 * reads no environment and does not listen.
 *
 * @throws ActError schema_mismatch for a `baseUrl` that addresses cannot be written behind
 */
export function createIssuer(ports: IssuerPorts): Issuer {
  const { store, clock, random, trust, log, issuer } = ports;
  assertBaseUrl(issuer.baseUrl);
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
  const app = createApp({ name: 'issuer', log, checks: issuerChecks(ports), openapi });
  addDeviceRoutes(app, createEnrolment({ ...common, login: issuer.userLogin ?? codeLogin(store), signing }));
  addConfirmationRoutes(app, confirmations);
  addCashierPage(app, { store, clock, baseUrl: issuer.baseUrl, confirmations });
  addMandateRoutes(app, iac);
  let psp: Psp | undefined;
  if (ports.psp) {
    const accountSide = { ...common, pspId: ports.psp.id, confirmations };
    psp = createPayments(ports, ports.psp, createCashier({ ...accountSide, signing }));
    addToolRoutes(app, createTools({ ...accountSide, toolBindings: psp.toolBindings }));
    addSubAccountRoutes(app, createSubAccountService({ ...accountSide, subAccounts: psp.subAccounts }));
    app.route('/', pspRoutes(psp));
  }
  observeRecords('issuer', store, clock);
  return { app, psp, risk: iac.risk, ...issuerWork(ports, { signing, iac, psp }) };
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
