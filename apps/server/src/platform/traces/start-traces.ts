/** Sends spans to a collector, until it is stopped. */
export interface Traces {
  /** Sends what is left. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the SDK of OpenTelemetry where `OTEL_EXPORTER_OTLP_ENDPOINT` names a collector; without that, not a line of it
 * is loaded. The SDK itself reads the other variables that OpenTelemetry defines.
 */
export async function startTraces(environment: Readonly<Record<string, string | undefined>>): Promise<Traces> {
  if ((environment.OTEL_EXPORTER_OTLP_ENDPOINT ?? "") === "") return { stop: async () => undefined };
  const { trace, context } = await import("@opentelemetry/api");
  const { AsyncLocalStorageContextManager } = await import("@opentelemetry/context-async-hooks");
  const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-http");
  const { resourceFromAttributes } = await import("@opentelemetry/resources");
  const { TracerProvider, BatchSpanProcessor } = await import("@opentelemetry/sdk-trace");
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": environment.OTEL_SERVICE_NAME ?? "compendium" }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  trace.setGlobalTracerProvider(provider);
  return { stop: () => provider.shutdown() };
}
