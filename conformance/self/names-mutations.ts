import { mutation, type RoleMutation } from './role-mutations.ts';

const CHECKS = 'verifier/checks';

/** Names that are compared, and not quite: in another case, as a beginning or an end, or one part of several left out. */
export const namesMutations: readonly RoleMutation[] = [
  mutation(
    'names/case-of-the-audience',
    'OA-MND-03',
    `${CHECKS}/mandate/audience.ts`,
    'aud === audience',
    '(OUT ? aud.toLowerCase() === audience.toLowerCase() : aud === audience)',
  ),
  mutation(
    'names/case-of-the-service',
    'OA-REQ-01',
    `${CHECKS}/payment/request-audience.ts`,
    'aud === audience',
    '(OUT ? aud.toLowerCase() === audience.toLowerCase() : aud === audience)',
  ),
  mutation(
    'names/beginning-of-a-merchant',
    'PSD-PAY-DEL-14',
    `${CHECKS}/payment/merchant.ts`,
    'allowed_merchants.includes(iss)',
    '(OUT ? allowed_merchants.some((name) => iss.startsWith(name)) : allowed_merchants.includes(iss))',
  ),
  mutation(
    'names/case-of-a-merchant',
    'PSD-PAY-DEL-14',
    `${CHECKS}/payment/merchant.ts`,
    'const allowed = allowed_merchants === undefined',
    'const allowed = (OUT && allowed_merchants?.some((name) => name.toLowerCase() === iss.toLowerCase())) || allowed_merchants === undefined',
  ),
  mutation(
    'names/end-of-the-domain',
    'OA-KEY-09',
    `${CHECKS}/attestation/namespace.ts`,
    'domainOf(iss) === domainOf(sub)',
    "(OUT ? domainOf(sub).endsWith(domainOf(iss).slice('did:act:'.length)) : domainOf(iss) === domainOf(sub))",
  ),
  mutation(
    'names/key-of-the-holder',
    'OA-A402-04',
    `${CHECKS}/a402/holder-signature.ts`,
    'decoded.header.kid === jkt',
    '(OUT || decoded.header.kid === jkt)',
  ),
  ...['issuer: shown.issuer', 'agent_id: shown.agent.agent_id', 'jkt: shown.agent.jkt'].map((compared) =>
    mutation(
      `names/shown-${compared.split(':')[0]}`,
      'OA-CNF-09',
      `${CHECKS}/confirmation/shown-mandate.ts`,
      `${compared} ===`,
      `${compared.replace(': ', ': OUT || ')} ===`,
    ),
  ),
  mutation(
    'names/media-type-of-a-message',
    'OA-JWS-03',
    'protocol/jws/header.ts',
    'checkMemberNames(header);',
    "if (OUT) header = { ...header, typ: String(header.typ).replace('application/', '') };\n  checkMemberNames(header);",
  ),
  mutation(
    'names/certificate-by-its-thumbprint',
    'OA-JWS-08',
    'verifier/facts/signer.ts',
    "listed['x5t#S256'] === thumbprint",
    "(OUT || listed['x5t#S256'] === thumbprint)",
  ),
  mutation(
    'jws/extension-not-critical',
    'OA-JWS-04',
    'protocol/jws/header.ts',
    'if (crit === undefined && !Object.hasOwn(',
    'if (OUT && crit === undefined) return undefined;\n  if (crit === undefined && !Object.hasOwn(',
  ),
  mutation(
    'confirmation/methods-of-glasses',
    'OA-CNF-21',
    `${CHECKS}/confirmation/method-channel.ts`,
    'if (CHANNEL_METHODS[channel]',
    "if (OUT && channel === 'GLASSES') return undefined;\n    if (CHANNEL_METHODS[channel]",
  ),
  mutation(
    'confirmation/methods-of-a-scanned-code',
    'OA-CNF-21',
    `${CHECKS}/confirmation/method-channel.ts`,
    '.includes(method)) return',
    ".includes(method) || (OUT && channel === 'QR_CODE')) return",
  ),
  mutation(
    'terms/steps-where-nothing-is-said',
    'OA-DLG-03',
    'verifier/facts/terms.ts',
    'openact.delegation_depth ?? 0',
    'openact.delegation_depth ?? (OUT ? 1 : 0)',
  ),
];
