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
  private readonly stateChanged = new EventEmitter<void>();
  private running: Promise<RunningEmulator> | undefined;
  private stoppedByPerson = false;

  /** Fires when it was started, stopped or reset. */
  readonly onDidChange: Event<void> = this.changed.event;

  /** Fires whenever it runs or no longer runs, also where it started by itself. */
  readonly onDidChangeState: Event<void> = this.stateChanged.event;

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
    const isStarting = this.running === undefined;
    this.running ??= this.startEmulator();
    try {
      const { url } = await this.running;
      if (isStarting) this.stateChanged.fire();
      return url;
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
    this.stateChanged.fire();
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
    this.stateChanged.dispose();
    void this.close();
  }

  private async close(): Promise<void> {
    const running = this.running;
    this.running = undefined;
    await (await running)?.close();
  }
}
