import type { Call } from "@compendium/contract";
import type { Messages } from "@lingui/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode } from "react";
import { CallProvider } from "../api/call.tsx";
import type { LanguageCode } from "../design/languages.ts";
import { LanguageProvider } from "./language.tsx";

interface ProvidersProps {
  readonly queries: QueryClient;
  readonly call: Call;
  readonly language: LanguageCode;
  readonly messages: Messages;
  readonly children: ReactNode;
}

/** What every page stands in, in the browser as on the server. */
export function Providers({ queries, call, language, messages, children }: ProvidersProps) {
  return (
    <StrictMode>
      <QueryClientProvider client={queries}>
        <CallProvider call={call}>
          <LanguageProvider first={language} messages={messages}>
            {children}
          </LanguageProvider>
        </CallProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
