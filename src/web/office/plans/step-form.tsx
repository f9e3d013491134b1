import type { ReactNode } from 'react';
import { CsrfField } from '../layout.tsx';
import type { DeskPage } from './desk.ts';
import { draftStamp } from './draft-stamp.ts';

/** One step of a revision: what it does, and its button. The stamp tells when the text changed after it was seen. */
export const StepForm = ({
  desk,
  step,
  title,
  children,
  button,
  isDangerous,
}: {
  readonly desk: DeskPage;
  readonly step: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly button: string;
  readonly isDangerous?: boolean;
}) => (
  <section className="section" aria-labelledby={`step-${step}`}>
    <h2 id={`step-${step}`}>{title}</h2>
    <form method="post" action={`${desk.deskHref}/flow`} className="form">
      <CsrfField viewer={desk.viewer} />
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="stamp" value={draftStamp(desk)} />
      {children}
      <p className="actions">
        <button type="submit" className={isDangerous ? 'button button--danger' : 'button'}>
          {button}
        </button>
      </p>
    </form>
  </section>
);
