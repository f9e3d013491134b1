/** Draws worked on together, a multiple of eight: measured, calls cost more than a nearer cache saves. */
export const block = 1024;

/**
 * Arithmetic on slots, arrays of `block` numbers by draw. Two makers: the plain one here, which is the reference, and
 * the one of simd-arithmetic.ts, which does the same operations in the same order and so agrees to the last bit.
 */
export interface Arithmetic {
  readonly slots: readonly Float64Array[];
  /** to = from · max(0, rate + byMigration · migration + byHazard · hazard) + arriving; sum += to */
  readonly move: (
    to: number,
    from: number,
    sum: number,
    migration: number,
    hazard: number,
    rate: number,
    byMigration: number,
    byHazard: number,
    arriving: number,
    count: number,
  ) => void;
  /** to += from */
  readonly add: (to: number, from: number, count: number) => void;
}

export type MakeArithmetic = (slots: number) => Arithmetic;

export const plainArithmetic: MakeArithmetic = (length) => {
  const slots = Array.from({ length }, () => new Float64Array(block));
  const slot = (index: number): Float64Array => {
    const values = slots[index];
    if (values === undefined) throw new Error(`plainArithmetic has no slot ${index}`);
    return values;
  };
  return {
    slots,
    move: (
      toSlot,
      fromSlot,
      sumSlot,
      migrationSlot,
      hazardSlot,
      rate,
      byMigration,
      byHazard,
      arriving,
      count,
    ) => {
      const [to, from, sum] = [slot(toSlot), slot(fromSlot), slot(sumSlot)];
      const [migration, hazard] = [slot(migrationSlot), slot(hazardSlot)];
      for (let draw = 0; draw < count; draw += 1) {
        const moved = rate + byMigration * (migration[draw] as number) + byHazard * (hazard[draw] as number);
        const value = (from[draw] as number) * (moved > 0 ? moved : 0) + arriving;
        to[draw] = value;
        sum[draw] = (sum[draw] as number) + value;
      }
    },
    add: (toSlot, fromSlot, count) => {
      const [to, from] = [slot(toSlot), slot(fromSlot)];
      for (let draw = 0; draw < count; draw += 1) to[draw] = (to[draw] as number) + (from[draw] as number);
    },
  };
};
