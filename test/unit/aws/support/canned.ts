import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createGateway, type GatewayTarget } from "../../../../src/aws";
import type { ConnectGateway } from "../../../../src/domain/gateway";
import { INSTANCE, REGION } from "./target";

type Handle = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A service that answers as a test says, for answers that no emulator should give. */
export async function withCanned<Value>(
  handle: Handle,
  act: (gateway: ConnectGateway, url: string) => Promise<Value>,
  target: Partial<GatewayTarget> = {},
): Promise<Value> {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => handle(request, response, (count += 1)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("No port.");
  const endpoint = `http://127.0.0.1:${address.port}`;
  const gateway = createGateway({
    region: REGION,
    instanceId: INSTANCE,
    access: { kind: "sandbox", endpoint },
    ...target,
  });
  try {
    return await act(gateway, endpoint);
  } finally {
    gateway.dispose();
    server.closeAllConnections();
    server.close();
  }
}

/** Answers 200 with this JSON. */
export const json =
  (content: unknown): Handle =>
  (_request, response) => {
    response.setHeader("content-type", "application/json");
    response.setHeader("x-amzn-requestid", "request-1");
    response.end(JSON.stringify(content));
  };
