/** Printed at start and in the documents, so an account has it only beside demonstration data (RASHIN_DEMO). */
export const demoPassword = 'rashin-demo';

/** However it is typed: passwords are compared as NFKC (password.ts), so ｒａｓｈｉｎ－ｄｅｍｏ opens the same account. */
export const isDemoPassword = (typed: string): boolean => typed.normalize('NFKC') === demoPassword;
