import { Link, Navigate, useLocation } from "react-router";
import { useOperation } from "../api/use-operation.ts";
import { useHydrated } from "../design/hydrated.ts";
import { Page } from "../design/page.tsx";
import { useWords } from "./words.ts";

/** A compilation without its round in the address, as a search finds it: leads on to where it is. */
export function CompilationByIdPage({ compilation }: { readonly compilation: string }) {
  const say = useWords();
  const { round, number } = useOperation("readCompilation", { compilation });
  const { hash } = useLocation();
  const address = { pathname: `/rounds/${round}/compilations/${compilation}`, hash };
  const isHydrated = useHydrated();
  if (isHydrated) return <Navigate to={address} replace />;
  return (
    <Page title={say("compilation number", { number })}>
      <p>
        <Link to={address}>{say("compilation number", { number })}</Link>
      </p>
    </Page>
  );
}
