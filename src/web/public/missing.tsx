import { href, localised, type TownFrame, type ViewFrame } from '../components/frame.ts';
import { PageHead } from '../components/page-head.tsx';
import { PlainLayout } from '../components/plain-layout.tsx';
import { PublicLayout } from '../components/public-layout.tsx';
import { SearchForm } from '../components/search-form.tsx';

/** 404 where no town is meant or known. */
export const MissingPage = ({ frame }: { readonly frame: ViewFrame }) => (
  <PlainLayout frame={frame} title={frame.t.missing.title} noIndex>
    <PageHead title={frame.t.missing.title} lead={frame.t.missing.lead} />
    <p>
      <a href={localised(frame, '/')}>{frame.t.missing.directory}</a>
    </p>
  </PlainLayout>
);

/** 404 within a town: its frame, and ways on. */
export const MissingInTown = ({ frame }: { readonly frame: TownFrame }) => (
  <PublicLayout
    frame={frame}
    title={frame.t.missing.title}
    crumbs={[{ label: frame.t.missing.title }]}
    noIndex
  >
    <PageHead title={frame.t.missing.title} lead={frame.t.missing.lead} />
    <div className="stack">
      <p>{frame.t.missing.hint}</p>
      <SearchForm frame={frame} />
      <p>
        <a href={href(frame)}>{frame.t.missing.home}</a>
      </p>
    </div>
  </PublicLayout>
);
