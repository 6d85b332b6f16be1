import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startTraces } from "../../src/index.ts";
import { startTestServer } from "../support/test-server.ts";

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
}

let collector: Server;
const received: string[] = [];

beforeAll(async () => {
  collector = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => {
      received.push(body);
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
});
afterAll(() => collector.close());

test("a collector is sent operations with their transactions, and jobs, and nothing of what they were about", async () => {
  const { port } = collector.address() as AddressInfo;
  vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", `http://127.0.0.1:${port}`);
  const traces = await startTraces(process.env);
  const server = await startTestServer(null);
  const workspace = await server.workspace(["XAA"]);
  const secretary = await workspace.member("Canary Person", "secretariat");
  await secretary.call("createText", {
    workspace: workspace.id,
    body: { title: "Canary title", distribution: "audience" },
  });
  await secretary.call("invite", {
    workspace: workspace.id,
    body: { email: "canary@example.org", role: "expert", delegation: "XAA" },
  });
  await vi.waitFor(() => expect(server.mails()).toHaveLength(1), 20_000);
  await server.close();
  await traces.stop();

  const spans = received.flatMap((body) =>
    (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }).resourceSpans.flatMap(
      ({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans),
    ),
  );
  const operation = spans.find(({ name }) => name === "createText");
  expect(operation).toBeDefined();
  const within = spans.filter(({ parentSpanId }) => parentSpanId === operation?.spanId);
  expect(within.map(({ name }) => name)).toEqual(["transaction"]);
  expect(within[0]?.traceId).toBe(operation?.traceId);
  expect(spans.map(({ name }) => name)).toContain("job mail");
  expect(received.join("\n")).not.toMatch(/canary/i);
  expect(received.join("\n")).not.toContain(workspace.id);
});

test("without a collector nothing is started", async () => {
  const before = received.length;
  const { stop } = await startTraces({});
  await stop();
  expect(received).toHaveLength(before);
});
