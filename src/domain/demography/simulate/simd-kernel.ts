import * as wasm from './webassembly-code.ts';

/** Pairs of numbers done in one round of a loop; `block` is a multiple of twice this. */
const pairs = 4;
const bytesOfPair = 16;
const offsets = Array.from({ length: pairs }, (_, pair) => pair * bytesOfPair);

const advance = (pointer: number): wasm.Code => [
  ...wasm.get(pointer),
  ...wasm.integer(pairs * bytesOfPair),
  ...wasm.addIntegers,
  ...wasm.set(pointer),
];

/** Until the first pointer is at the end. */
const each = (pointers: readonly number[], end: number, ofPair: (offset: number) => wasm.Code): wasm.Code =>
  wasm.loopWhile([
    ...offsets.flatMap(ofPair),
    ...pointers.flatMap(advance),
    ...wasm.get(pointers[0] ?? 0),
    ...wasm.get(end),
    ...wasm.isBelow,
  ]);

/** to += from. Parameters: to, end of to, from. */
const add: wasm.WasmFunction = {
  name: 'add',
  parameters: ['i32', 'i32', 'i32'],
  locals: [],
  body: each([0, 2], 1, (offset) => [
    ...wasm.get(0),
    ...wasm.get(0),
    ...wasm.load(offset),
    ...wasm.get(2),
    ...wasm.load(offset),
    ...wasm.addPairs,
    ...wasm.store(offset),
  ]),
};

/** Parameters of a move, in order, and then its locals. */
const [to, end, from, sum, migration, hazard, rate, byMigration, byHazard, arriving] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
];
const [rates, byMigrations, byHazards, arrivings, value] = [10, 11, 12, 13, 14];

/** What a cohort is multiplied with; shocks that do not touch it are left out. */
const factor = (offset: number, shocked: Shocked): wasm.Code => {
  const term = (slope: number, shock: number): wasm.Code => [
    ...wasm.get(slope),
    ...wasm.get(shock),
    ...wasm.load(offset),
    ...wasm.multiplyPairs,
    ...wasm.addPairs,
  ];
  if (shocked === 'not') return wasm.get(rates);
  return [
    ...wasm.get(rates),
    ...term(byMigrations, migration),
    ...(shocked === 'both' ? term(byHazards, hazard) : []),
    ...wasm.zeros,
    ...wasm.maximumOfPairs,
  ];
};

type Shocked = 'not' | 'migration' | 'both';

const spreadOut = (number: number, pair: number): wasm.Code => [
  ...wasm.get(number),
  ...wasm.splat,
  ...wasm.set(pair),
];

const move = (name: string, shocked: Shocked): wasm.WasmFunction => ({
  name,
  parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'f64', 'f64', 'f64', 'f64'],
  locals: ['v128', 'v128', 'v128', 'v128', 'v128'],
  body: [
    ...spreadOut(rate, rates),
    ...spreadOut(byMigration, byMigrations),
    ...spreadOut(byHazard, byHazards),
    ...spreadOut(arriving, arrivings),
    ...each([to, from, sum, migration, hazard], end, (offset) => [
      ...wasm.get(to),
      ...wasm.get(from),
      ...wasm.load(offset),
      ...factor(offset, shocked),
      ...wasm.multiplyPairs,
      ...wasm.get(arrivings),
      ...wasm.addPairs,
      ...wasm.tee(value),
      ...wasm.store(offset),
      ...wasm.get(sum),
      ...wasm.get(sum),
      ...wasm.load(offset),
      ...wasm.get(value),
      ...wasm.addPairs,
      ...wasm.store(offset),
    ]),
  ],
});

/** The kernel as bytes, the same on every machine. */
export const kernelBytes = (): Uint8Array<ArrayBuffer> =>
  wasm.encodeModule([
    add,
    move('moveUnshocked', 'not'),
    move('moveByMigration', 'migration'),
    move('moveByBoth', 'both'),
  ]);
