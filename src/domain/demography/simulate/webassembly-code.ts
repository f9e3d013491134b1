/** The few instructions of WebAssembly the kernel is written in, as bytes. Source: WebAssembly core specification 2.0. */
export type Code = readonly number[];

/** Unsigned LEB128 */
export const unsigned = (value: number): Code => {
  const low = value & 0x7f;
  return value < 0x80 ? [low] : [low | 0x80, ...unsigned(value >>> 7)];
};

/** Signed LEB128, for constants */
const signed = (value: number): Code => {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
};

const simd = (operation: number): Code => [0xfd, ...unsigned(operation)];
/** Eight-byte alignment, then the offset. */
const memory = (offset: number): Code => [3, ...unsigned(offset)];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];
export const tee = (local: number): Code => [0x22, ...unsigned(local)];
export const integer = (value: number): Code => [0x41, ...signed(value)];
export const addIntegers: Code = [0x6a];
export const isBelow: Code = [0x49];
export const load = (offset: number): Code => [...simd(0x00), ...memory(offset)];
export const store = (offset: number): Code => [...simd(0x0b), ...memory(offset)];
export const zeros: Code = [...simd(0x0c), ...Array.from({ length: 16 }, () => 0)];
export const splat: Code = simd(0x14);
export const addPairs: Code = simd(0xf0);
export const multiplyPairs: Code = simd(0xf2);
export const maximumOfPairs: Code = simd(0xf5);
/** Runs the body again as long as it leaves a true condition. */
export const loopWhile = (body: Code): Code => [0x03, 0x40, ...body, 0x0d, 0, 0x0b];

export const types = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;
type ValueType = keyof typeof types;

/** A function without a result. Locals are numbered after the parameters. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const sized = (code: Code): Code => [...unsigned(code.length), ...code];
const section = (id: number, items: readonly Code[]): Code => [id, ...sized(list(items))];
const text = (name: string): Code => sized([...new TextEncoder().encode(name)]);

/** A module that exports its functions and works on the memory given as env.memory. */
export const encodeModule = (functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      functions.map(({ parameters }) => [0x60, ...list(parameters.map((type) => [types[type]])), 0]),
    ),
    ...section(2, [[...text('env'), ...text('memory'), 0x02, 0x00, 0x01]]),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      7,
      functions.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)]),
    ),
    ...section(
      10,
      functions.map(({ locals, body }) =>
        sized([...list(locals.map((type) => [1, types[type]])), ...body, 0x0b]),
      ),
    ),
  ]);
