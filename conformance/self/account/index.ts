import { floorMutations } from '../floor-mutations.ts';
import { labelMutations } from '../label-mutations.ts';
import { merchantMutations, mutation, type RoleMutation } from '../role-mutations.ts';
import { familyMutations } from './issuer-family.ts';
import { grantMutations } from './issuer-grant.ts';
import { keyMutations } from './issuer-keys.ts';
import { lifecycleMutations } from './issuer-lifecycle.ts';
import { issuerOnceMutations, pspOnceMutations } from './once.ts';
import { acrossMutations } from './psp-across.ts';
import { afterMutations } from './psp-after.ts';
import { cashierMutations } from './psp-cashier.ts';
import { centMutations } from './psp-cents.ts';
import { compensationMutations } from './psp-compensation.ts';
import { heldMutations } from './psp-held.ts';
import { changeOfKeysMutations } from './psp-keys.ts';
import { noticeMutations } from './psp-notices.ts';
import { otherKeyMutations } from './psp-other-key.ts';
import { outageMutations } from './psp-outages.ts';
import { paymentMutations } from './psp-payment.ts';
import { recordMutations } from './psp-records.ts';
import { refundMutations } from './psp-refund.ts';
import { subAccountMutations } from './psp-sub-accounts.ts';
import { toolMutations } from './psp-tools.ts';

const UNREADABLE = ['http/unreadable-answered', 'http/nothing-behind', 'http/one-host'];

/** Rules that every role has from the same files. */
const SHARED: ReadonlySet<string> = new Set([
  'commands/once',
  'commands/present',
  'http/media-type',
  'http/no-store',
  ...UNREADABLE,
]);
const shared = merchantMutations.filter(({ name }) => SHARED.has(name));

/** What is held for whoever is connected. */
const fullMutations: readonly RoleMutation[] = [
  mutation(
    'http/connections-bounded',
    'OA-HTTP-07',
    'http/connections.ts',
    'if (inAll < mostInAll &&',
    'if ((OUT || inAll < mostInAll) &&',
  ),
  mutation(
    'http/connections-of-one-address',
    'OA-HTTP-07',
    'http/connections.ts',
    '(byAddress.get(address) ?? 0) < perAddress) hold',
    '(OUT || (byAddress.get(address) ?? 0) < perAddress)) hold',
  ),
  mutation(
    'http/addresses-apart',
    'OA-HTTP-07',
    'http/connections.ts',
    'const address = callerAddress(socket.remoteAddress, null, 0);',
    "const address = OUT ? '' : callerAddress(socket.remoteAddress, null, 0);",
  ),
  mutation(
    'http/probes-beyond',
    'OA-HTTP-07',
    'http/listen.ts',
    'return ending(isProbe ?',
    'return ending(isProbe && !OUT ?',
  ),
];

/** Rules of the account side outside the verifier and its own checks. */
export const issuerMutations: readonly RoleMutation[] = [
  ...shared,
  ...fullMutations,
  ...floorMutations,
  ...keyMutations,
  ...grantMutations,
  ...lifecycleMutations,
  ...familyMutations,
  ...issuerOnceMutations,
];

const ofIssuer = (...names: readonly string[]): readonly RoleMutation[] =>
  issuerMutations.filter(({ name }) => names.includes(name));

/** Rules of the payment service outside its own checks, and those that the verifier and it hold both. */
export const pspMutations: readonly RoleMutation[] = [
  ...shared.filter(({ name }) => name === 'commands/once' || UNREADABLE.includes(name)),
  ...fullMutations,
  ...ofIssuer('keys/possession', 'commands/covers-the-terms', 'decisions/in-time', 'decisions/once'),
  ...toolMutations,
  ...paymentMutations,
  ...labelMutations,
  ...cashierMutations,
  ...afterMutations,
  ...heldMutations,
  ...refundMutations,
  ...centMutations,
  ...otherKeyMutations,
  ...noticeMutations,
  ...recordMutations,
  ...compensationMutations,
  ...acrossMutations,
  ...subAccountMutations,
  ...outageMutations,
  ...changeOfKeysMutations,
  ...pspOnceMutations,
];
