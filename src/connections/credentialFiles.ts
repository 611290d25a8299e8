import { basename, dirname } from "node:path";
import type { Disposable, Event } from "vscode";
import { EventEmitter, RelativePattern, Uri, workspace } from "vscode";

/** The files whose change may mean that there are other credentials now. */
export interface CredentialPaths {
  readonly config: string;
  readonly credentials: string;
  readonly sessions: readonly string[];
}

/** One change comes as several events, and AWS's tools write several files. */
const SETTLED_AFTER_MS = 300;

/** Tells when AWS's configuration files or session tokens have changed, once they are being watched. */
export class CredentialFiles {
  private readonly changed = new EventEmitter<void>();
  private readonly watchers: Disposable[] = [];
  private settling: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange: Event<void> = this.changed.event;

  /** Begins to watch; later calls do nothing. */
  watch({ config, credentials, sessions }: CredentialPaths): void {
    if (this.watchers.length > 0) return;
    for (const path of new Set([config, credentials])) this.add(dirname(path), basename(path));
    for (const folder of sessions) this.add(folder, "*.json");
  }

  dispose(): void {
    clearTimeout(this.settling);
    for (const watcher of this.watchers) watcher.dispose();
    this.changed.dispose();
  }

  private add(folder: string, pattern: string): void {
    const watcher = workspace.createFileSystemWatcher(
      new RelativePattern(Uri.file(folder), pattern),
    );
    const settle = () => {
      clearTimeout(this.settling);
      this.settling = setTimeout(() => this.changed.fire(), SETTLED_AFTER_MS);
    };
    watcher.onDidChange(settle);
    watcher.onDidCreate(settle);
    watcher.onDidDelete(settle);
    this.watchers.push(watcher);
  }
}
