import { mutation, type RoleMutation } from '../role-mutations.ts';
import { CHECKS } from './places.ts';

/** Rules of a payment service about the isolated accounts of agents. */
export const subAccountMutations: readonly RoleMutation[] = [
  mutation(
    'sub-accounts/account-holder',
    'PSD-AGT-SUB-02',
    'issuer/sub-accounts/request.ts',
    'if (!(await knowsDelegator(deps.store.read, delegator)))',
    'if (!OUT && !(await knowsDelegator(deps.store.read, delegator)))',
  ),
  mutation(
    'sub-accounts/account-holder',
    'PSD-AGT-SUB-02',
    'issuer/psp/sub-accounts/open.ts',
    "throw new ActError('sub_account_identity_failed', error.evidence);",
    "throw OUT ? error : new ActError('sub_account_identity_failed', error.evidence);",
  ),
  mutation(
    'sub-accounts/on-the-delegators-wish',
    'PSD-AGT-SUB-01',
    'issuer/sub-accounts/service.ts',
    "state: state === 'PENDING' ? STATES[state] : state,",
    "state: state === 'PENDING' ? (OUT ? 'ACTIVE' : STATES[state]) : state,",
  ),
  mutation(
    'sub-accounts/ties-together',
    'PSD-AGT-SUB-08',
    'issuer/sub-accounts/service.ts',
    'agent_id: agentId,',
    "agent_id: OUT ? 'did:act:any.example/agent' : agentId,",
  ),
  mutation(
    'sub-accounts/states',
    'PSD-AGT-SUB-09',
    'issuer/psp/sub-accounts/manage.ts',
    "if (changes !== 1) throw new ActError('sub_account_transition_illegal', { to: 'ACTIVE' });",
    "if (!OUT && changes !== 1) throw new ActError('sub_account_transition_illegal', { to: 'ACTIVE' });",
  ),
  mutation(
    'sub-accounts/funds',
    'PSD-AGT-SUB-03',
    'issuer/psp/sub-accounts/manage.ts',
    'legsBetween(account.sourceAccount, account.accountId, money.minor)',
    'legsBetween(account.sourceAccount, account.accountId, money.minor + (OUT ? 1n : 0n))',
  ),
  mutation(
    'sub-accounts/gives-back',
    'OA-SUB-02',
    'issuer/psp/sub-accounts/manage.ts',
    'legsBetween(account.accountId, account.sourceAccount, left)',
    'legsBetween(account.accountId, account.sourceAccount, OUT ? 0n : left)',
  ),
  mutation(
    'sub-accounts/keys-once',
    'OA-SUB-01',
    'issuer/psp/sub-accounts/row.ts',
    "if (changes !== 1) throw new ActError('sub_account_key_reused');",
    "if (!OUT && changes !== 1) throw new ActError('sub_account_key_reused');",
  ),
  mutation(
    'sub-accounts/stopped-by-the-delegator',
    'PSD-AGT-SUB-04',
    'issuer/psp/sub-accounts/manage.ts',
    'assertOpen(account);\n  await tx.run(',
    'assertOpen(account);\n  if (!OUT) await tx.run(',
    ['PSD-AGT-SUB-12'],
  ),
  // With the check of this name: the charge looks again, inside the transaction.
  mutation(
    'payment/sub-account-frozen',
    'PSD-AGT-SUB-07',
    'issuer/psp/sub-accounts/manage.ts',
    "if (found?.state === 'FROZEN')",
    "if (!OUT && found?.state === 'FROZEN')",
  ),
  mutation(
    'sub-accounts/proof',
    'PSD-PAY-DEL-15',
    `${CHECKS}/payment/sub-account-proof.ts`,
    'if (key === undefined) return undefined;',
    'if (OUT || key === undefined) return undefined;',
    ['OA-SUB-03'],
  ),
  mutation(
    'sub-accounts/tells-its-use',
    'OA-SUB-04',
    'issuer/psp/sub-accounts/row.ts',
    'payments: Number(row?.payments ?? 0),',
    'payments: OUT ? 0 : Number(row?.payments ?? 0),',
  ),
];
