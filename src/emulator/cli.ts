import { parseArgs } from "node:util";
import { startEmulator, type Emulator, type EmulatorOptions } from "./server";

const USAGE =
  "Usage: emulator [--port N] [--seed demo|empty|load:CONTACTS] [--latency MS] [--no-quota]";

/** Taken where no port is given and it is free, so that a profile that was pasted once stays right. */
const USUAL_PORT = 4599;

/** Something about the arguments, worded for the person who typed them. */
class BadArguments extends Error {}

const numberOf = (option: string, text: string | undefined, most: number): number | undefined => {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text) && Number(text) <= most) return Number(text);
  throw new BadArguments(`--${option} takes a number from 0 to ${most}, not "${text}".`);
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        seed: { type: "string" },
        latency: { type: "string" },
        "no-quota": { type: "boolean" },
      },
    }).values;
  } catch (error) {
    // Node's own text goes on with advice about "--"; its first sentence says it all.
    const text = error instanceof Error ? error.message : String(error);
    const [sentence = text] = text.split(/\.\s/);
    throw new BadArguments(`${sentence}. ${USAGE}`);
  }
};

const optionsOf = (args: readonly string[]): EmulatorOptions => {
  const values = parsed(args);
  const port = numberOf("port", values.port, 65_535);
  return {
    quotas: values["no-quota"] !== true,
    seed: values.seed ?? "demo",
    latencyMs: numberOf("latency", values.latency, 600_000) ?? 0,
    ...(port !== undefined && { port }),
  };
};

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE";

const start = async (options: EmulatorOptions): Promise<Emulator> => {
  if (options.port !== undefined) return startEmulator(options);
  try {
    return await startEmulator({ ...options, port: USUAL_PORT });
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    return startEmulator({ ...options, port: 0 });
  }
};

const greeting = ({ url }: Emulator): string => `Amazon Connect emulator listening on ${url}

An AWS profile for it, for ~/.aws/config; any keys will do:

[profile sandbox]
region = us-east-1
endpoint_url = ${url}
aws_access_key_id = sandbox
aws_secret_access_key = sandbox
`;

const stopOnSignal = (emulator: Emulator): void => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void emulator.close().then(() => process.exit(0));
    });
  }
};

const fail = (error: unknown): void => {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = error instanceof BadArguments || error instanceof RangeError ? 2 : 1;
};

/** Runs the emulator as a program until it is told to stop. */
export const main = async (args: readonly string[]): Promise<void> => {
  try {
    const emulator = await start(optionsOf(args));
    stopOnSignal(emulator);
    process.stdout.write(greeting(emulator));
  } catch (error) {
    fail(error);
  }
};
