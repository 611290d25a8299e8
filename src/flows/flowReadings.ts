import type { TextDocument } from "vscode";
import { EventEmitter } from "vscode";
import type { FlowReading } from "../domain/flow/readFlow";
import { readFlow } from "../domain/flow/readFlow";
import { mayBeFlow } from "./awaitFlow";

/** What was read of a version of a document. */
export interface DocumentReading extends FlowReading {
  readonly version: number;
}

interface Known {
  readonly version: number;
  readonly reading: DocumentReading | undefined;
}

/**
 * Reads each version of a document once, whoever asks first. Amazon Connect's own flows are far below a million characters; a larger
 * one is read when it is opened and saved, and what is asked in between is answered from there.
 */
export class FlowReadings {
  private readonly known = new WeakMap<TextDocument, Known>();
  private readonly readLater = new EventEmitter<void>();
  /** After something was asked of a large document it was read, and the answer may be another one now. */
  readonly onDidReadLater = this.readLater.event;

  of(document: TextDocument): DocumentReading | undefined {
    const known = this.known.get(document);
    if (known === undefined) return this.readNow(document);
    return known.version === document.version || isLarge(document)
      ? known.reading
      : this.readNow(document);
  }

  /** Also of a large document. */
  readNow(document: TextDocument): DocumentReading | undefined {
    const { version } = document;
    const known = this.known.get(document);
    if (known?.version === version) return known.reading;
    const found = mayBeFlow(document) ? readFlow(document.getText()) : undefined;
    const reading = found && { ...found, version };
    this.known.set(document, { version, reading });
    if (known !== undefined && isLarge(document)) this.readLater.fire();
    return reading;
  }

  forget(document: TextDocument): void {
    this.known.delete(document);
  }

  dispose(): void {
    this.readLater.dispose();
  }
}

const LARGE = 1_000_000;

/** Told without the text, which would have to be put together anew. */
export const isLarge = (document: TextDocument): boolean =>
  document.offsetAt(document.lineAt(document.lineCount - 1).range.end) > LARGE;
