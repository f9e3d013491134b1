import { href, localised, type TownFrame, townName } from './frame.ts';

/** Who answers questions, and where the data is. */
export const SiteFooter = ({ frame }: { readonly frame: TownFrame }) => {
  const { t, town } = frame;
  const { contact } = town.settings;
  // 長野県塩尻市 企画政策部 企画課, whether or not the town wrote its own name into the contact.
  const office = contact.name.startsWith(town.name)
    ? `${town.prefecture}${contact.name}`
    : `${town.prefecture}${town.name} ${contact.name}`;
  return (
    <footer className="site-footer">
      <div className="wrap site-footer__grid">
        <div>
          <h2>{t.footer.contact}</h2>
          <p>
            {frame.language === 'en' ? `${townName(frame)} ` : null}
            <span lang="ja">{office}</span>
          </p>
          {contact.phone === '' ? null : (
            <p>
              {t.footer.phone} <a href={`tel:${contact.phone.replaceAll(/[^0-9+]/g, '')}`}>{contact.phone}</a>
            </p>
          )}
          {contact.mail === '' ? null : (
            <p>
              {t.footer.mail} <a href={`mailto:${contact.mail}`}>{contact.mail}</a>
            </p>
          )}
          {t.footer.contentNote === '' ? null : <p className="site-footer__note">{t.footer.contentNote}</p>}
        </div>
        <ul className="site-footer__links">
          <li>
            <a href={href(frame, '/open-data')}>{t.nav.openData}</a>
          </li>
          <li>
            <a href={`/m/${town.municipality}/feed.xml`}>{t.footer.feed}</a>
          </li>
          <li>
            <a href={localised(frame, '/')}>{t.site.all}</a>
          </li>
          <li>
            <a href={`/m/${town.municipality}/office`} hrefLang="ja">
              {t.footer.staff}
            </a>
          </li>
        </ul>
      </div>
    </footer>
  );
};
