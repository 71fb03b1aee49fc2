import { judgeAccountSide } from '../testing/judge-account-side.ts';

judgeAccountSide('issuer', { negatives: 60, controlled: 10 });
