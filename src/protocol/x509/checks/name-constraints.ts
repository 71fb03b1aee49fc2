import { ActError } from '../../errors/index.ts';
import { type Certificate, isSelfIssued } from '../certificate.ts';
import type { NameConstraints, Subtree } from '../extensions.ts';
import type { GeneralName } from '../general-name.ts';
import { isEmptyName } from '../name.ts';
import { isWithin } from '../name-subtree.ts';
import type { Path } from '../path.ts';

function refuse(rule: string, { position }: Certificate): ActError {
  return new ActError('x509_name_constraints', { rule, certificate: position });
}

/** RFC 5280 4.2.1.10: critical, on at least one side, no empty list, no minimum or maximum; for us, known forms only. */
function checkForm({ critical, permitted, excluded }: NameConstraints, authority: Certificate): void {
  if (!critical) throw refuse('not_critical', authority);
  const subtrees = [...(permitted ?? []), ...(excluded ?? [])];
  if (subtrees.length === 0 || permitted?.length === 0 || excluded?.length === 0) {
    throw refuse('empty', authority);
  }
  if (subtrees.some(({ base, bounded }) => bounded || base.form === 'other')) {
    throw refuse('form', authority);
  }
}

function namesOf({ subject, extensions }: Certificate): GeneralName[] {
  const names = [...(extensions.subjectAltName?.names ?? [])];
  if (!isEmptyName(subject)) names.push({ form: 'directory', name: subject });
  return names;
}

function checkName(name: GeneralName, constraints: NameConstraints, certificate: Certificate): void {
  const within = (subtree: Subtree): boolean => {
    const answer = isWithin(name, subtree.base);
    if (answer === 'unknown') throw refuse('not_evaluable', certificate);
    return answer === 'inside';
  };
  const ofForm = ({ base }: Subtree): boolean => base.form === name.form;
  if ((constraints.excluded ?? []).filter(ofForm).some(within)) throw refuse('excluded', certificate);
  const permitted = (constraints.permitted ?? []).filter(ofForm);
  if (permitted.length > 0 && !permitted.some(within)) throw refuse('not_permitted', certificate);
}

/**
 * Each authority's permitted and excluded subtrees hold for the subject and the alternative names of everything
 * below it, but for self-issued intermediates. The anchor's hold too.
 *
 * @throws x509_name_constraints also where a constraint or a name cannot be evaluated
 * @see RFC 5280 4.2.1.10, 6.1.3 (b)(c), 6.1.4 (g); catalogue X4
 */
export function checkNameConstraints({ leaf, issuers }: Path): void {
  if (leaf.extensions.nameConstraints !== undefined) throw refuse('on_leaf', leaf);
  const below = [leaf];
  for (const authority of issuers) {
    const constraints = authority.extensions.nameConstraints;
    if (constraints !== undefined) {
      checkForm(constraints, authority);
      for (const certificate of below) {
        for (const name of namesOf(certificate)) checkName(name, constraints, certificate);
      }
    }
    if (!isSelfIssued(authority)) below.push(authority);
  }
}
