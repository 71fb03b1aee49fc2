/** A second bank: it keeps the accounts of some shops, and clears with the first unless the plan says otherwise. */
import { join } from 'node:path';
import { type AnySurroundings, openRole, serve } from '../../demo/surroundings.ts';
import { loadSigner } from '../../src/http/key-file.ts';
import { createIssuer, issuerMigrations, openAccount } from '../../src/issuer/index.ts';
import type { Store } from '../../src/store/index.ts';
import type { WorldPlan } from '../format.ts';
import { accountOf, bankId, CURRENCY, PSP, shopId } from './plan.ts';

export async function startPartner(
  around: AnySurroundings,
  keys: string,
  plan: WorldPlan,
  { name, baseUrl }: { readonly name: string; readonly baseUrl: string },
): Promise<Store> {
  const { store, http, trust } = await openRole(around, name, issuerMigrations);
  const { clock, random, trace } = around;
  const signer = (file: string) => loadSigner(join(keys, name, file));
  const { clears = true } = plan.partners?.[name] ?? {};
  const id = bankId(name);
  const issuer = createIssuer({
    store,
    clock,
    random,
    trust,
    trace,
    log: around.log('issuer'),
    issuer: {
      id,
      baseUrl,
      psps: [id],
      mandateSigner: await signer('issuer-mandate.json'),
      statusSigner: await signer('issuer-status.json'),
    },
    psp: {
      id,
      receiptSigner: await signer('psp-receipt.json'),
      http,
      clearing: {
        commandSigner: await signer('psp-command.json'),
        partners: clears ? [{ pspId: PSP }] : [],
      },
    },
  });
  await issuer.start();
  await store.transact(async (tx) => {
    for (const [shop, { keptBy }] of Object.entries(plan.shops ?? {})) {
      if (keptBy !== name) continue;
      const account = { accountId: accountOf(shop), owner: shopId(shop), kind: 'merchant' } as const;
      await openAccount(tx, { ...account, currency: CURRENCY, now: clock() });
    }
  });
  await serve(around, issuer.app, baseUrl);
  return store;
}
