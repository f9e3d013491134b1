import type { Partner } from '../../domain/plan/item.ts';
import type { TownFrame } from '../components/frame.ts';

/** だれと: who outside the government takes part, and in what role. */
export const ItemPartners = ({
  frame,
  partners,
}: {
  readonly frame: TownFrame;
  readonly partners: readonly Partner[];
}) =>
  partners.length === 0 ? null : (
    <section className="section" aria-labelledby="who">
      <h2 id="who">{frame.t.item.who}</h2>
      <ul className="partners">
        {partners.map((partner) => (
          <li key={`${partner.kind} ${partner.name}`}>
            {partner.kind === 'other' ? null : (
              <span className="tag">{frame.t.item.partnerKinds[partner.kind]}</span>
            )}{' '}
            <b lang="ja">{partner.name}</b>
            {partner.role === '' ? null : (
              <p className="quiet" lang="ja">
                {partner.role}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
