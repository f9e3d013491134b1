import { type LeverField, leverText, typedNumber } from './lever-field.ts';

interface Slider {
  readonly field: LeverField;
  readonly range: HTMLInputElement;
  readonly typed: HTMLInputElement;
}

const slidersOf = (form: HTMLFormElement, levers: readonly LeverField[]): readonly Slider[] =>
  levers.flatMap((field) => {
    const lever = form.querySelector(`[data-population-lever="${CSS.escape(field.kind)}"]`);
    const range = lever?.querySelector<HTMLInputElement>('[data-population-range]');
    const typed = lever?.querySelector<HTMLInputElement>('input[name]');
    return range != null && typed != null ? [{ field, range, typed }] : [];
  });

/** Read aloud with its unit, where the browser would read a bare number. */
const follow = ({ field, range, typed }: Slider): void => {
  const value = typedNumber(typed.value) ?? field.neutral;
  range.value = String(value);
  range.setAttribute('aria-valuetext', `${leverText(field, value)} ${field.unit}`.trim());
};

/** What the server said of the text before says nothing of the new one. */
const clearProblem = ({ typed }: Slider): void => {
  typed.removeAttribute('aria-invalid');
  const problem = typed.closest('[data-population-lever]')?.querySelector<HTMLElement>('.field__problem');
  if (problem != null) problem.hidden = true;
};

/**
 * Joins each slider to the field beside it and shows both, with the button that puts everything back. The field is
 * what is sent; the slider only writes into it.
 */
export const joinSliders = (
  form: HTMLFormElement,
  levers: readonly LeverField[],
  changed: () => void,
): void => {
  const sliders = slidersOf(form, levers);
  for (const slider of sliders) {
    const { field, range, typed } = slider;
    range.hidden = false;
    follow(slider);
    // Before the form hears of it: it reads the field.
    range.addEventListener('input', () => {
      typed.value = leverText(field, range.valueAsNumber);
      follow(slider);
      clearProblem(slider);
    });
    typed.addEventListener('input', () => {
      follow(slider);
      clearProblem(slider);
    });
  }
  for (const reset of form.querySelectorAll<HTMLButtonElement>('[data-population-reset]')) {
    reset.hidden = false;
    reset.addEventListener('click', () => {
      for (const slider of sliders) {
        slider.typed.value = leverText(slider.field, slider.field.neutral);
        follow(slider);
        clearProblem(slider);
      }
      changed();
    });
  }
};
