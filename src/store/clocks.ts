/** By so much the clocks of processes on one database may differ, or one clock go back, and nothing is made of it. */
export const CLOCKS_DIFFER_MAX_SECONDS = 60;
