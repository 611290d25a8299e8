import { mkdir } from "node:fs/promises";
import type { Disposable, Event } from "vscode";
import { EventEmitter, RelativePattern, Uri, workspace } from "vscode";
import type { Try } from "../../domain/tries";
import type { KeptTries } from "./tryFiles";
import { TryFiles } from "./tryFiles";

/** Another window writes several files at once. */
const SETTLED_AFTER_MS = 200;

/** Every association that was sent from this machine, kept by VS Code on it and shared by all windows. */
export class Notebook {
  private readonly changed = new EventEmitter<void>();
  private readonly files: TryFiles;
  private writing: Promise<unknown> = Promise.resolve();
  private known: Promise<KeptTries> | undefined;
  private watcher: Disposable | undefined;
  private settling: ReturnType<typeof setTimeout> | undefined;

  /** Fires for what any window changed, once it has been read here. */
  readonly onDidChange: Event<void> = this.changed.event;

  /** `tell` is told why a try could not be written. */
  constructor(
    private readonly folder: string,
    private readonly tell: (problem: unknown) => void,
  ) {
    this.files = new TryFiles(folder);
  }

  /** Adds a try or its newer state. Never rejects: an association does not fail because it cannot be written down. */
  note(tried: Try): Promise<void> {
    return this.change(() => this.files.write(tried)).catch(this.tell);
  }

  /** From the files, until something changes. Rejects where the folder cannot be read. */
  async read(): Promise<KeptTries> {
    await this.writing;
    return (this.known ??= this.readFiles().catch((problem: unknown) => {
      this.known = undefined;
      throw problem;
    }));
  }

  remove(id: string): Promise<void> {
    return this.change(() => this.files.remove(id));
  }

  clear(): Promise<void> {
    return this.change(() => this.files.clear());
  }

  dispose(): void {
    clearTimeout(this.settling);
    this.watcher?.dispose();
    this.changed.dispose();
  }

  /** One after the other, so that the newer state of a try is written last. */
  private change(work: () => Promise<void>): Promise<void> {
    const done = this.writing.then(work);
    this.writing = done.catch(() => undefined);
    return done.finally(() => this.forget());
  }

  private forget(): void {
    this.known = undefined;
    if (this.watcher !== undefined) this.changed.fire();
  }

  private async readFiles(): Promise<KeptTries> {
    // A folder that is not there could not be watched.
    await mkdir(this.folder, { recursive: true });
    this.watcher ??= this.watch();
    return this.files.read();
  }

  private watch(): Disposable {
    const watcher = workspace.createFileSystemWatcher(
      new RelativePattern(Uri.file(this.folder), "*.json"),
    );
    const settle = () => {
      clearTimeout(this.settling);
      this.settling = setTimeout(() => this.forget(), SETTLED_AFTER_MS);
    };
    watcher.onDidChange(settle);
    watcher.onDidCreate(settle);
    watcher.onDidDelete(settle);
    return watcher;
  }
}
