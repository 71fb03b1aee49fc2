import { judgeAccountSide } from '../testing/judge-account-side.ts';

judgeAccountSide('psp', { negatives: 120, controlled: 7 });
