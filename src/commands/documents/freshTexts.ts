import type { EventEmitter, TextDocument, Uri } from "vscode";
import { workspace } from "vscode";

/** Texts that were just read, for documents that VS Code is about to ask for. */
export class FreshTexts {
  private readonly texts = new Map<string, string>();

  /** `changed` makes VS Code ask for an open document's text again. */
  constructor(private readonly changed: EventEmitter<Uri>) {}

  /** Opens the document with this text, also where it is open with an older one. */
  open(uri: Uri, text: string): Thenable<TextDocument> {
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    return workspace.openTextDocument(uri);
  }

  /** Gives the text once: whoever asks later wants it read again. */
  take(uri: Uri): string | undefined {
    const key = uri.toString();
    const text = this.texts.get(key);
    this.texts.delete(key);
    return text;
  }
}
