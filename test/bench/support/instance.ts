import type { Access, CallLog, Pacer } from "../../../src/aws";
import { createGateway } from "../../../src/aws";
import type { ConnectGateway, TimeWindow } from "../../../src/domain/gateway";
import type { Emulator, EmulatorOptions } from "../../../src/emulator/server";
import { startEmulator } from "../../../src/emulator/server";

/** The emulator's demo instance: design §5. */
export const instanceId = "a0000000-0000-4000-8000-000000000001";
export const region = "us-east-1";

const day = 24 * 60 * 60 * 1000;

/** All that a seed may hold. */
export const everything = (): TimeWindow => ({
  from: Date.now() - 60 * day,
  to: Date.now() + day,
});

/** A signal that nobody aborts. */
export const signal = (): AbortSignal => new AbortController().signal;

interface More {
  readonly pacer?: Pacer;
  readonly log?: CallLog;
}

/** The product's own way to an emulator at this address. */
export const gatewayTo = (endpoint: string, more: More = {}): ConnectGateway => {
  const access: Access = { kind: "sandbox", endpoint };
  return createGateway({ region, instanceId, access, ...more });
};

interface Request {
  readonly operation: string;
  readonly status: number;
}

/** The journal of an emulator, oldest first. */
export async function requestsOf(url: string): Promise<readonly Request[]> {
  const response = await fetch(`${url}/_sandbox/requests`);
  return ((await response.json()) as { readonly requests: readonly Request[] }).requests;
}

/** An emulator in this process, as the extension has one, and the gateway to it. */
export interface Instance {
  readonly url: string;
  readonly gateway: ConnectGateway;
  requests(): Promise<readonly Request[]>;
  close(): Promise<void>;
}

export async function openInstance(options: EmulatorOptions, more: More = {}): Promise<Instance> {
  const emulator: Emulator = await startEmulator(options);
  const gateway = gatewayTo(emulator.url, more);
  return {
    url: emulator.url,
    gateway,
    requests: () => requestsOf(emulator.url),
    close: async () => {
      gateway.dispose();
      await emulator.close();
    },
  };
}
