export interface PyramidPlayerProps {
  /** Years there is a picture of, ascending */
  readonly years: readonly number[];
  /** The year the picture shows first */
  readonly year: number;
  readonly words: {
    /** 人口ピラミッドの年 */
    readonly label: string;
    /** 年を追って動かす */
    readonly play: string;
    /** 止める */
    readonly pause: string;
    /** Year as shown: 2032年 */
    readonly year: (year: number) => string;
  };
}

/**
 * Moves the pyramid through the years. It is for those whose browser runs the script, who alone see it: others choose
 * a year in the page's own form. One place of the slider is one year there is a picture of.
 */
export const PyramidPlayer = ({ years, year, words }: PyramidPlayerProps) => (
  <div
    className="pyramid-player"
    hidden
    data-population-player
    data-years={years.map((each) => `${each}:${words.year(each)}`).join('|')}
    data-play={words.play}
    data-pause={words.pause}
  >
    <button type="button" className="button button--quiet button--small" data-population-play>
      {words.play}
    </button>
    <input
      type="range"
      className="pyramid-player__years"
      aria-label={words.label}
      aria-valuetext={words.year(year)}
      min={0}
      max={Math.max(0, years.length - 1)}
      step={1}
      defaultValue={Math.max(0, years.indexOf(year))}
      autoComplete="off"
      data-population-year
    />
    <output className="pyramid-player__year number">{words.year(year)}</output>
  </div>
);
