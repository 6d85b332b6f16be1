import { type Attributes, SpanStatusCode, trace } from "@opentelemetry/api";

const tracer = trace.getTracer("compendium");

/**
 * Runs something within a span of its own. Names and attributes say what is done, such as an operation or a kind of job,
 * and never of whom or to what. Where no SDK was started, this costs next to nothing.
 */
export function inSpan<Result>(
  name: string,
  does: () => Promise<Result>,
  attributes: Attributes = {},
): Promise<Result> {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await does();
    } catch (error) {
      // The name of the error and not its message, which can hold values.
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "Error" });
      throw error;
    } finally {
      span.end();
    }
  });
}
