import type { ChartWidth } from '../../charts/line-chart.ts';
import type { Answer, Ask } from './population/answer.ts';
import { contentOfForm } from './population/form-content.ts';
import { keepInAddress } from './population/kept-address.ts';
import { LatestWins } from './population/latest-wins.ts';
import type { LiveInput } from './population/live-input.ts';
import type { PictureName } from './population/live-pictures.ts';
import { joinPlayer } from './population/player.ts';
import { joinSliders } from './population/sliders.ts';
import type { ToWorker } from './population/worker.ts';

/**
 * Population pages while assumptions are moved: figures and pictures follow the sliders, the pyramid goes through the
 * years. Everything is computed by the code of the server, in a worker. Without this script the button of the form
 * does the same, and a worker that cannot start leaves the page as it was.
 */
const widths: readonly ChartWidth[] = [320, 640];
const pictureNames: readonly PictureName[] = ['totals', 'pyramid', 'ages'];
/** The hand rests when nothing has moved for this long. */
const restMs = 250;

/** Laid out, and within the window: pictures further down wait until the hand rests. */
const isSeen = (element: Element): boolean => {
  const { top, bottom, width } = element.getBoundingClientRect();
  return width > 0 && bottom > 0 && top < innerHeight;
};

interface Asked {
  readonly names: readonly PictureName[];
  readonly everyWidth: boolean;
  readonly withRanges: boolean;
}

class LivePage {
  readonly #place: HTMLElement;
  readonly #input: LiveInput;
  readonly #form: HTMLFormElement | null;
  readonly #questions: LatestWins<Ask>;
  readonly #baseline: string;
  #year: number;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** The worker did not load, or broke: sliders still write into their fields, and the button computes. */
  #isBroken = false;

  constructor(place: HTMLElement, input: LiveInput) {
    this.#place = place;
    this.#input = input;
    this.#year = input.year;
    this.#form = place.querySelector<HTMLFormElement>('form[data-population-form]');
    this.#baseline = this.#chosenBaseline();
    const worker = new Worker(new URL('./population/worker.ts', import.meta.url), { type: 'module' });
    const send = (message: ToWorker): void => worker.postMessage(message);
    this.#questions = new LatestWins((ask) => send({ kind: 'ask', ask }));
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.#questions.answered();
      this.#show(data);
    });
    worker.addEventListener('error', () => this.#break());
    send({ kind: 'about', input });
    this.#listen();
    this.#each('[data-population-without-script]', (other) => {
      other.hidden = true;
    });
  }

  #each(selector: string, act: (element: HTMLElement) => void): void {
    for (const element of this.#place.querySelectorAll<HTMLElement>(selector)) act(element);
  }

  #break(): void {
    this.#isBroken = true;
    clearTimeout(this.#resting);
    this.#each('[data-population-stale], [data-population-follow], [data-population-player]', (part) => {
      part.hidden = true;
    });
    this.#each('[data-population-without-script]', (part) => {
      part.hidden = false;
    });
  }

  #listen(): void {
    const moved = (event?: Event): void => {
      // The player of a pyramid inside the form changes no assumption.
      const isPlayer = event?.target instanceof Element && event.target.matches('[data-population-year]');
      if (!isPlayer) this.#moved();
    };
    if (this.#form !== null) {
      joinSliders(this.#form, this.#input.levers, moved);
      this.#form.addEventListener('input', moved);
      this.#form.addEventListener('change', moved);
    }
    const choices = this.#place.querySelectorAll<HTMLSelectElement>(
      'select[data-population-choose-year], [data-population-choose-year] select',
    );
    const showYear = (year: number): void => {
      this.#year = year;
      for (const choice of choices) choice.value = String(year);
      this.#questions.ask(this.#ask({ names: ['pyramid'], everyWidth: true, withRanges: false }));
    };
    for (const player of this.#place.querySelectorAll<HTMLElement>('[data-population-player]'))
      joinPlayer(player, showYear);
    for (const choice of choices) choice.addEventListener('change', () => showYear(Number(choice.value)));
    // A browser that goes back fills in what was typed before: the page follows it.
    if (this.#form !== null && this.#isTouched()) moved();
  }

  /** Another baseline needs figures the page does not have: the server's button computes it. */
  #chosenBaseline(): string {
    const data = this.#form === null ? null : new FormData(this.#form);
    return ['baseline', 'untilYear'].map((name) => String(data?.get(name) ?? '')).join('\n');
  }

  #isTouched(): boolean {
    return [...(this.#form?.elements ?? [])].some(
      (field) =>
        field instanceof HTMLInputElement && field.type === 'text' && field.value !== field.defaultValue,
    );
  }

  #moved(): void {
    if (this.#isBroken) return;
    const isOther = this.#chosenBaseline() !== this.#baseline;
    for (const note of this.#place.querySelectorAll<HTMLElement>('[data-population-stale]'))
      note.hidden = false;
    if (isOther) return;
    this.#each('[data-population-until-moved]', (note) => {
      note.hidden = true;
    });
    for (const line of this.#place.querySelectorAll<HTMLElement>('[data-population-follow]'))
      line.hidden = false;
    // While the hand moves only what is seen; when it rests both widths, so that a turned phone is right too.
    this.#questions.ask(this.#ask({ names: pictureNames, everyWidth: false, withRanges: false }));
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#questions.ask(this.#ask({ names: pictureNames, everyWidth: true, withRanges: true }));
      if (this.#form !== null) keepInAddress(this.#form, this.#place);
    }, restMs);
  }

  #drawings(name: PictureName, width: ChartWidth): readonly Element[] {
    return [...this.#place.querySelectorAll(`[data-population-picture="${name}"] .chart--${width}`)];
  }

  #ask({ names, everyWidth, withRanges }: Asked): Ask {
    const data = this.#form === null ? null : new FormData(this.#form);
    const text = (name: string): string | null => {
      const value = data?.get(name);
      return typeof value === 'string' ? value : null;
    };
    return {
      content: contentOfForm(this.#input.content, this.#input.levers, text, this.#input.movesAfter),
      year: this.#year,
      figures: [...this.#place.querySelectorAll<HTMLElement>('[data-population-figure]')].map(
        (figure) => figure.dataset.populationFigure ?? '',
      ),
      pictures: names.map((name) => ({
        name,
        widths: widths.filter((width) =>
          this.#drawings(name, width).some((drawing) => everyWidth || isSeen(drawing)),
        ),
      })),
      withRanges,
    };
  }

  #show({ figures, pictures, says, hasRanges, isImpossible }: Answer): void {
    const texts = new Map(figures);
    for (const figure of this.#place.querySelectorAll<HTMLElement>('[data-population-figure]')) {
      const text = texts.get(figure.dataset.populationFigure ?? '');
      if (text !== undefined && figure.textContent !== text) figure.textContent = text;
    }
    for (const { name, title, drawings } of pictures) {
      // Drawn by src/charts, which escapes every text it is given.
      for (const [width, svg] of drawings)
        for (const drawing of this.#drawings(name, width)) drawing.innerHTML = svg;
      for (const place of this.#place.querySelectorAll(`[data-population-title="${name}"]`))
        place.textContent = title;
    }
    if (!(hasRanges || isImpossible) || this.#questions.hasNewer) return;
    for (const note of this.#place.querySelectorAll<HTMLElement>('[data-population-stale]'))
      note.hidden = !isImpossible;
    // Read aloud: only when the hand rests.
    for (const place of this.#place.querySelectorAll('[data-population-says]'))
      if (place.textContent !== says) place.textContent = says;
  }
}

for (const place of document.querySelectorAll<HTMLElement>('[data-population-live]')) {
  const data = place.querySelector('script[data-population-input]')?.textContent;
  if (data != null) new LivePage(place, JSON.parse(data) as LiveInput);
}
