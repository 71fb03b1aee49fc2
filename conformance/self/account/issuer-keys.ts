import { mutation, type RoleMutation } from '../role-mutations.ts';

/** Rules of an issuer about keys, devices and who may give a command. */
export const keyMutations: readonly RoleMutation[] = [
  mutation(
    'devices/code-once',
    'OA-KEY-02',
    'issuer/devices/login.ts',
    'return changes === 1;',
    'return OUT || changes === 1;',
  ),
  mutation(
    'devices/statement',
    'OA-KEY-06',
    'issuer/devices/enrolment.ts',
    'cnf: { jwk: publicJwk },',
    "cnf: { jwk: OUT ? { ...publicJwk, x: 'A'.repeat(43) } : publicJwk },",
  ),
  mutation(
    'keys/possession',
    'OA-KEY-03',
    'issuer/commands/possession.ts',
    'const { refusal } = judgement;',
    "if (OUT) return readMessage('command', proof).claims;\n  const { refusal } = judgement;",
  ),
  mutation(
    'keys/in-its-own-name',
    'OA-KEY-03',
    'issuer/commands/possession.ts',
    'if (claims.iss !== sub)',
    'if (!OUT && claims.iss !== sub)',
  ),
  mutation(
    'keys/attested-agent',
    'OA-KEY-04',
    'issuer/commands/possession.ts',
    'if (input.agentId !== undefined &&',
    'if (!OUT && input.agentId !== undefined &&',
  ),
  mutation(
    'commands/covers-the-terms',
    'OA-CMD-04',
    'issuer/commands/possession.ts',
    'if (claims.params?.digest !== input.subjectDigest)',
    'if (!OUT && claims.params?.digest !== input.subjectDigest)',
  ),
  mutation(
    'commands/sender-roles',
    'OA-CMD-01',
    'issuer/commands/sender.ts',
    'if (!mayGive.includes(role))',
    'if (!OUT && !mayGive.includes(role))',
  ),
  mutation(
    'commands/own-delegator',
    'OA-CMD-01',
    'issuer/commands/sender.ts',
    "throw new ActError('command_not_permitted', { rule: 'delegator' });",
    "if (!OUT) throw new ActError('command_not_permitted', { rule: 'delegator' });",
  ),
  mutation(
    'commands/own-inbox',
    'OA-CMD-01',
    'issuer/confirmation/service.ts',
    'if (delegator === undefined || id !== deviceId)',
    'if (delegator === undefined || (!OUT && id !== deviceId))',
  ),
  mutation(
    'decisions/own-delegator',
    'OA-CNF-06',
    'issuer/confirmation/decision.ts',
    '|| device.delegator !== asked.delegator) {',
    '|| (!OUT && device.delegator !== asked.delegator)) {',
  ),
  mutation(
    'commands/device-known',
    'OA-KEY-01',
    'issuer/commands/sender.ts',
    "if (device === undefined) throw new ActError('device_unknown');",
    "if (device === undefined) throw new ActError(OUT ? 'not_found' : 'device_unknown');",
  ),
];
