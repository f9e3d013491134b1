/** Time one year's picture stands while it plays. */
const standMs = 900;

/**
 * The player of `<PyramidPlayer>`: its slider shows a year, its button goes through all of them. It never starts by
 * itself, so that who asked for less motion sees motion only when they press the button, a year at a time.
 */
export const joinPlayer = (player: HTMLElement, show: (year: number) => void): void => {
  const years = (player.dataset.years ?? '').split('|').map((each) => {
    const [year, ...name] = each.split(':');
    return { year: Number(year), name: name.join(':') };
  });
  const button = player.querySelector<HTMLButtonElement>('[data-population-play]');
  const slider = player.querySelector<HTMLInputElement>('[data-population-year]');
  const output = player.querySelector('output');
  if (button === null || slider === null || years.length < 2) return;

  const name = (): void => {
    const { name: shown = '' } = years[slider.valueAsNumber] ?? {};
    slider.setAttribute('aria-valuetext', shown);
    if (output !== null) output.textContent = shown;
  };
  const showPlace = (): void => {
    name();
    const { year } = years[slider.valueAsNumber] ?? {};
    if (year !== undefined) show(year);
  };

  let playing: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    clearInterval(playing);
    playing = undefined;
    button.textContent = player.dataset.play ?? '';
  };
  const goTo = (place: number): void => {
    slider.valueAsNumber = place;
    showPlace();
    if (place === years.length - 1) stop();
  };
  button.addEventListener('click', () => {
    if (playing !== undefined) return stop();
    button.textContent = player.dataset.pause ?? '';
    playing = setInterval(() => goTo(slider.valueAsNumber + 1), standMs);
    // From the last year: again from the first.
    const isAtEnd = slider.valueAsNumber === years.length - 1;
    goTo(isAtEnd ? 0 : slider.valueAsNumber + 1);
  });
  slider.addEventListener('input', () => {
    stop();
    showPlace();
  });
  name();
  player.hidden = false;
};
