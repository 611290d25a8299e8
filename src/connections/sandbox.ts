import type { Event } from "vscode";
import { EventEmitter } from "vscode";

/** As much of the emulator as the extension uses; the emulator's own types stay on its side of the border. */
export interface RunningEmulator {
  readonly url: string;
  reset(): void;
  advance(seconds: number): void;
  close(): Promise<void>;
}

export type StartEmulator = () => Promise<RunningEmulator>;

/** The Sandbox's life: it starts by itself when something is asked of it, unless the person stopped it. */
export class Sandbox {
  private readonly changed = new EventEmitter<void>();
  private readonly stateChanged = new EventEmitter<void>();
  private readonly advanced = new EventEmitter<void>();
  private ahead = 0;
  private running: Promise<RunningEmulator> | undefined;
  private stoppedByPerson = false;

  /** Fires when it was started, stopped or reset. */
  readonly onDidChange: Event<void> = this.changed.event;

  /** Fires when its clock was moved; what goes on in it goes on. */
  readonly onDidAdvance: Event<void> = this.advanced.event;

  /** Fires whenever it runs or no longer runs, also where it started by itself. */
  readonly onDidChangeState: Event<void> = this.stateChanged.event;

  constructor(private readonly startEmulator: StartEmulator) {}

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /** How far its clock is ahead of the real time, in ms. */
  get aheadMs(): number {
    return this.ahead;
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

  /** Moves its clock forward; where it does not run it is started. */
  async advance(seconds: number): Promise<void> {
    if (this.stoppedByPerson) await this.start();
    await this.endpoint();
    (await this.running)?.advance(seconds);
    this.ahead += seconds * 1000;
    this.advanced.fire();
  }

  /** Puts the demo chats and the clock back as they were; a stopped Sandbox is started. */
  async reset(): Promise<void> {
    await this.endpoint();
    (await this.running)?.reset();
    this.ahead = 0;
    this.stoppedByPerson = false;
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
    this.advanced.dispose();
    this.stateChanged.dispose();
    void this.close();
  }

  private async close(): Promise<void> {
    const running = this.running;
    this.running = undefined;
    this.ahead = 0;
    await (await running)?.close();
  }
}
