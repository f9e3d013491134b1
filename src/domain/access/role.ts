export const roles = [
  'planner', // 企画担当
  'finance', // 財政担当
  'unit-staff', // 課の担当
  'unit-head', // 課長
  'division-head', // 部長
  'executive', // 首長・本部
  'external-reviewer', // 外部評価者
  'auditor', // 監査
  'administrator', // システム管理者
] as const;
export type Role = (typeof roles)[number];

/** A role held, for one unit and what is below it, or (null) for the whole town. */
export interface RoleGrant {
  readonly role: Role;
  readonly unitKey: string | null;
}

/** The person acting: what `domain/access` decides from. */
export interface Actor {
  readonly userId: string;
  readonly displayName: string;
  /** In force today; those of a unit that has ended are not. */
  readonly grants: readonly RoleGrant[];
  /** Units that hold today what an ended unit held, from `heldBy`: what still bears its name is theirs. */
  readonly heldBy?: ReadonlyMap<string, readonly string[]>;
  /** Units that stand today in the place of units still to come, from `placeholders`. */
  readonly placeholders?: ReadonlyMap<string, string>;
  /** Units that stand today under another unit than after a change to come, from `standingUnder`. */
  readonly standingUnder?: ReadonlyMap<string, string>;
}
