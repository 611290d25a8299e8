import type { Event } from "vscode";
import { EventEmitter } from "vscode";

/** As much of the emulator as the extension uses; the emulator's own types stay on its side of the border. */
export interface RunningEmulator {
  readonly url: string;
  reset(): void;
  close(): Promise<void>;
}

export type StartEmulator = () => Promise<RunningEmulator>;

/** The Sandbox's life: it starts by itself when something is asked of it, unless the person stopped it. */
export class Sandbox {
  private readonly changed = new EventEmitter<void>();
  private running: Promise<RunningEmulator> | undefined;
  private stoppedByPerson = false;

  /** Fires when it was started, stopped or reset. */
  readonly onDidChange: Event<void> = this.changed.event;

  constructor(private readonly startEmulator: StartEmulator) {}

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /** True where only the person can start it again. */
  get isStopped(): boolean {
    return this.stoppedByPerson;
  }

  /** The address of the running emulator, which is started first where that is needed. */
  async endpoint(): Promise<string> {
    this.running ??= this.startEmulator();
    try {
      return (await this.running).url;
    } catch (error) {
      this.running = undefined;
      throw error;
    }
  }

  async start(): Promise<void> {
    this.stoppedByPerson = false;
    await this.endpoint();
    this.changed.fire();
  }

  async stop(): Promise<void> {
    this.stoppedByPerson = true;
    await this.close();
    this.changed.fire();
  }

  /** Puts the demo chats back as they were; a stopped Sandbox is started. */
  async reset(): Promise<void> {
    await this.endpoint();
    (await this.running)?.reset();
    this.stoppedByPerson = false;
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
    void this.close();
  }

  private async close(): Promise<void> {
    const running = this.running;
    this.running = undefined;
    await (await running)?.close();
  }
}
