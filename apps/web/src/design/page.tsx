import type { ReactNode } from "react";
import { usePageTitle } from "./page-title.ts";

interface PageProps {
  readonly title: string;
  /** What the browser's tab calls it, where other pages have this title too. */
  readonly tab?: string;
  /** Where one is: links to the pages above. */
  readonly above?: ReactNode;
  /** What one can do here, beside the title. */
  readonly actions?: ReactNode;
  /** Says in one line what this is, below the title. */
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

/** An ordinary page: where one is, what it is, what is on it. The title takes the focus when one comes here by a link. */
export function Page({ title, tab = title, above, actions, about, children }: PageProps) {
  usePageTitle(tab);
  return (
    <div className="page">
      {above === undefined ? null : <div className="page-above">{above}</div>}
      <header className="page-head">
        <div className="page-name">
          <h1 tabIndex={-1}>
            <bdi>{title}</bdi>
          </h1>
          {about === undefined ? null : <div className="quiet">{about}</div>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, actions, children }: SectionProps) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** Stands where a list would, and says what to do next. */
export function Nothing({ children }: { readonly children: ReactNode }) {
  return <div className="nothing">{children}</div>;
}
