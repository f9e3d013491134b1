import type { Form } from '../../middleware/form.ts';

/** The version of what a form was filled in from. A forged one counts as nothing seen: then every change is told. */
export const seenVersion = (form: Pick<Form, 'text'>): number =>
  /^\d{1,9}$/.test(form.text('version')) ? Number(form.text('version')) : 0;
