/** The loop of slider-page.ts in a worker, twice: the first warms. */
const busy = (): number => {
  let value = 1;
  const began = performance.now();
  for (let n = 0; n < 3_000_000; n += 1) value = Math.sqrt(value + n);
  return value > 0 ? performance.now() - began : Number.NaN;
};

busy();
postMessage(busy());
