import { type Arithmetic, block, type MakeArithmetic, plainArithmetic } from './arithmetic.ts';
import { kernelBytes } from './simd-kernel.ts';

type Move = (
  to: number,
  end: number,
  from: number,
  sum: number,
  migration: number,
  hazard: number,
  rate: number,
  byMigration: number,
  byHazard: number,
  arriving: number,
) => void;

interface Kernel {
  readonly add: (to: number, end: number, from: number) => void;
  readonly moveUnshocked: Move;
  readonly moveByMigration: Move;
  readonly moveByBoth: Move;
}

const bytesOfSlot = block * Float64Array.BYTES_PER_ELEMENT;
const bytesOfPage = 65_536;
/** Draws done in one round of the kernel's loops. */
const atOnce = 8;

const arithmeticOf = (kernel: Kernel, memory: WebAssembly.Memory, length: number): Arithmetic => {
  const bytes = (count: number): number =>
    Math.ceil(count / atOnce) * atOnce * Float64Array.BYTES_PER_ELEMENT;
  const at = (slot: number): number => slot * bytesOfSlot;
  return {
    slots: Array.from({ length }, (_, slot) => new Float64Array(memory.buffer, at(slot), block)),
    move: (to, from, sum, migration, hazard, rate, byMigration, byHazard, arriving, count) => {
      const run =
        byHazard !== 0
          ? kernel.moveByBoth
          : byMigration !== 0
            ? kernel.moveByMigration
            : kernel.moveUnshocked;
      run(
        at(to),
        at(to) + bytes(count),
        at(from),
        at(sum),
        at(migration),
        at(hazard),
        rate,
        byMigration,
        byHazard,
        arriving,
      );
    },
    add: (to, from, count) => kernel.add(at(to), at(to) + bytes(count), at(from)),
  };
};

/**
 * Two draws at a time in WebAssembly. Where a page or a machine does not allow WebAssembly or its pairs: the plain
 * arithmetic, with the same results.
 */
export const simdArithmetic: MakeArithmetic = (slots) => {
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((slots * bytesOfSlot) / bytesOfPage) });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(kernelBytes()), { env: { memory } });
    return arithmeticOf(exports as unknown as Kernel, memory, slots);
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof ReferenceError)
      return plainArithmetic(slots);
    throw error;
  }
};
