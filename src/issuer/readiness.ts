import { type ReadinessCheck, roleChecks, type UsedKey } from '../http/index.ts';
import { EKU } from '../protocol/x509/index.ts';
import type { IssuerPorts } from './ports.ts';

/** What the account side must be able to do before it takes work. @see OA-OPS-01, OA-OPS-22 */
export function issuerChecks(ports: IssuerPorts): readonly ReadinessCheck[] {
  return roleChecks({ ...ports, keys: keysOf(ports) });
}

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
