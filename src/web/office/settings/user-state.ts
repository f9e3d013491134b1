import type { UserRow } from '../../../db/user.ts';

/** 有効, 停止中 … at `now` (ISO instant), and whether it needs somebody's attention. */
export const userState = (
  user: Pick<UserRow, 'disabledAt' | 'lockedUntil' | 'mustChangePassword'>,
  now: string,
): { readonly label: string; readonly attention: boolean } => {
  if (user.disabledAt !== null) return { label: '停止中', attention: false };
  if (user.lockedUntil !== null && user.lockedUntil > now) return { label: 'ロック中', attention: true };
  if (user.mustChangePassword === 'yes') return { label: '仮パスワード', attention: false };
  return { label: '有効', attention: false };
};
