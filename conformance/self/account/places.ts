export const CHECKS = 'verifier/checks';

/** Within a statement of SQL in a template: true while the rule is out. */
export const OR_OUT = ['OR 1 = $', '{OUT ? 1 : 0}'].join('');

/** The same: false while the rule is out. */
export const AND_IN = ['AND 0 = $', '{OUT ? 1 : 0}'].join('');
