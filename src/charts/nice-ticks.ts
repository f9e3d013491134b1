/** Ticks at 1, 2, 2.5 or 5 times a power of ten (Heckbert 1990, "Nice numbers for graph labels"). */
export interface Ticks {
  readonly values: readonly number[];
  /** Decimal places that tell the ticks apart. */
  readonly decimals: number;
  readonly low: number;
  readonly high: number;
}

const steps = [1, 2, 2.5, 5, 10];

/** `low` and `high` are widened to ticks. Equal ends get room on both sides. */
export const niceTicks = (low: number, high: number, wanted: number): Ticks => {
  if (!Number.isFinite(low) || !Number.isFinite(high) || low > high) {
    throw new Error(`niceTicks needs low <= high, not ${low}, ${high}`);
  }
  // Closer than any figure of a town is printed: the same value.
  const flat = high - low <= Math.max(Math.abs(high), 1) * 1e-9;
  const span = flat ? (Math.abs(high) > 1e-9 ? Math.abs(high) * 0.1 : 1) : high - low;
  const from = flat ? low - span / 2 : low;
  const to = flat ? high + span / 2 : high;
  const rough = span / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = steps.find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  const step = factor * power;
  const decimals = Math.min(12, Math.max(0, -Math.floor(Math.log10(step) + 1e-9) + (factor === 2.5 ? 1 : 0)));
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(to / step - 1e-9);
  const values = Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toFixed(decimals)),
  );
  return { values, decimals, low: values[0] ?? from, high: values.at(-1) ?? to };
};
