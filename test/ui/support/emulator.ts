import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator, EmulatorOptions } from "../../../src/emulator/server";
import { startEmulator } from "../../../src/emulator/server";

/** One request of the emulator's journal. */
export interface JournalEntry {
  readonly operation: string;
  readonly status: number;
  readonly clientToken?: string;
}

/** An emulator that stands for a real account: reached by an AWS profile and nothing else. */
export class Account {
  private constructor(
    readonly profile: string,
    private readonly emulator: Emulator,
  ) {}

  static async start(profile: string, options: EmulatorOptions = {}): Promise<Account> {
    return new Account(profile, await startEmulator({ quotas: false, ...options }));
  }

  get url(): string {
    return this.emulator.url;
  }

  async fault(operation: string, fault: string, times = 1): Promise<void> {
    await this.post("faults", { operation, fault, times });
  }

  async advance(seconds: number): Promise<void> {
    await this.post("clock", { advanceSeconds: seconds });
  }

  /** Everything that was asked of it, oldest first. */
  async requests(): Promise<readonly JournalEntry[]> {
    const response = await fetch(`${this.url}/_sandbox/requests`);
    return ((await response.json()) as { requests: readonly JournalEntry[] }).requests;
  }

  async journal(operation: string): Promise<readonly JournalEntry[]> {
    return (await this.requests()).filter((entry) => entry.operation === operation);
  }

  close(): Promise<void> {
    return this.emulator.close();
  }

  private async post(path: string, body: unknown): Promise<void> {
    const response = await fetch(`${this.url}/_sandbox/${path}`, {
      method: "POST",
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
  }
}

/** AWS configuration files with one profile for each account, and the environment that makes the SDK read them. */
export async function writeProfiles(accounts: readonly Account[]): Promise<{
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), "aws-profiles-"));
  const config = join(folder, "config");
  const credentials = join(folder, "credentials");
  await writeFile(
    config,
    accounts
      .map(
        ({ profile, url }) => `[profile ${profile}]\nregion = us-east-1\nendpoint_url = ${url}\n`,
      )
      .join("\n"),
  );
  await writeFile(
    credentials,
    accounts
      .map(
        ({ profile }) => `[${profile}]\naws_access_key_id = id\naws_secret_access_key = secret\n`,
      )
      .join("\n"),
  );
  return {
    env: { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials },
    remove: () => rm(folder, { recursive: true }),
  };
}
