import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../../host/setup/paths.mjs";

/** A program in a process of its own that listens at an address. It ends with this process at the latest. */
export interface Program {
  readonly port: number;
  readonly url: string;
  /** Milliseconds of processor time that all its threads have used so far. */
  processorTime(): Promise<number>;
  close(): void;
}

const meter = join(root, "test/bench/support/processorTime.cjs");

/** @param script below the repository */
export async function startProgram(script: string, args: readonly string[]): Promise<Program> {
  const child = spawn(process.execPath, ["--require", meter, join(root, script), ...args], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const end = () => child.kill();
  process.once("exit", end);
  const port = await portOf(child);
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    processorTime: () =>
      new Promise((resolve) => {
        child.once("message", (time) => resolve(Number(time)));
        child.send("processorTime");
      }),
    close: () => {
      process.off("exit", end);
      end();
    },
  };
}

const portOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const port = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once("exit", (code) => reject(new Error(`Ended with ${code}: ${said}`)));
  });
