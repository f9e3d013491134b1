import { isTownFrame, localised, textSizes, type ViewFrame } from './frame.ts';

/** Text size and language work without JavaScript; the print button is shown by its script only. */
export const HeaderTools = ({ frame }: { readonly frame: ViewFrame }) => {
  const { t } = frame;
  const labels = { small: t.header.small, medium: t.header.medium, large: t.header.large };
  const other = frame.language === 'en' ? frame.path : `/en${frame.path === '/' ? '' : frame.path}`;
  return (
    <div className="tools">
      <form className="text-size" method="get" action={localised(frame, '/text-size')}>
        <input type="hidden" name="back" value={localised(frame, frame.path)} />
        <span className="text-size__label" id="text-size-label">
          {t.header.textSize}
          <span className="text-size__long">{t.header.textSizeLong}</span>
        </span>
        {textSizes.map((size) => (
          <button
            key={size}
            className="tools__button"
            type="submit"
            name="size"
            value={size}
            aria-pressed={frame.textSize === size}
            aria-describedby="text-size-label"
          >
            {labels[size]}
          </button>
        ))}
      </form>
      {isTownFrame(frame) ? (
        <button className="tools__button tools__button--print" type="button" data-print hidden>
          {t.header.print}
        </button>
      ) : null}
      <a
        className="tools__button"
        href={other}
        hrefLang={frame.language === 'en' ? 'ja' : 'en'}
        lang={frame.language === 'en' ? 'ja' : 'en'}
      >
        {t.header.otherLanguage}
      </a>
    </div>
  );
};
