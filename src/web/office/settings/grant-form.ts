import type { GrantRequest } from '../../../domain/access/grant-rules.ts';
import { roles } from '../../../domain/access/role.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Form } from '../../middleware/form.ts';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The fields of `GrantFields`. Dates and units are judged by the command. */
export const grantFromForm = (form: Form): Result<GrantRequest, readonly [Problem]> => {
  const role = roles.find((each) => each === form.text('role'));
  if (role === undefined) return refuse([errorAt('grant.missing', ['role'])]);
  return ok({
    role,
    unitKey: orNull(form.text('unitKey')),
    validFrom: orNull(form.text('validFrom')),
    validTo: orNull(form.text('validTo')),
  });
};
