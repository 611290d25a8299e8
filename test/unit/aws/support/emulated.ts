import type { Access, CallEntry, GatewayTarget } from "../../../../src/aws";
import { createGateway } from "../../../../src/aws";
import type { ConnectGateway } from "../../../../src/domain/gateway";
import { type Emulator, startEmulator } from "../../../../src/emulator/server";
import { INSTANCE, REGION } from "./target";

/** One line of the emulator's journal, as far as these tests look at it. */
export interface Journaled {
  readonly service: string;
  readonly operation: string;
  readonly status: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly changed: boolean;
  readonly clientToken?: string;
  readonly attempt?: number;
}

/** An emulator, the gateway to it, and what is told of the gateway's calls. */
export interface Emulated {
  readonly url: string;
  readonly gateway: ConnectGateway;
  readonly calls: readonly CallEntry[];
  readonly fault: (operation: string, fault: string, times?: number) => Promise<void>;
  readonly advance: (seconds: number) => Promise<void>;
  readonly journal: () => Promise<readonly Journaled[]>;
  readonly close: () => Promise<void>;
}

async function post(emulator: Emulator, path: string, body: object): Promise<void> {
  const init = { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(`${emulator.url}/_sandbox/${path}`, init);
  if (!response.ok) throw new Error(await response.text());
}

async function journalOf(emulator: Emulator): Promise<readonly Journaled[]> {
  const response = await fetch(`${emulator.url}/_sandbox/requests`);
  return ((await response.json()) as { readonly requests: readonly Journaled[] }).requests;
}

/** Starts an emulator of its own, without quotas unless they are asked for, and a gateway to it. */
export async function emulated(
  target: Partial<GatewayTarget> = {},
  { quotas = false, seed = "demo" } = {},
): Promise<Emulated> {
  const emulator = await startEmulator({ quotas, seed });
  const calls: CallEntry[] = [];
  const access: Access = { kind: "sandbox", endpoint: emulator.url };
  const log = (entry: CallEntry) => calls.push(entry);
  const usual: GatewayTarget = { region: REGION, instanceId: INSTANCE, access, log };
  const gateway = createGateway({ ...usual, ...target });
  return {
    url: emulator.url,
    gateway,
    calls,
    fault: (operation, fault, times = 1) => post(emulator, "faults", { operation, fault, times }),
    advance: (seconds) => post(emulator, "clock", { advanceSeconds: seconds }),
    journal: () => journalOf(emulator),
    close: async () => {
      gateway.dispose();
      await emulator.close();
    },
  };
}
