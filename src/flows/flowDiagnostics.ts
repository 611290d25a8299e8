import type { DiagnosticCollection, TextDocument } from "vscode";
import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  l10n,
  languages,
  Location,
  Uri,
} from "vscode";
import { severities } from "../domain/flow/problem";
import type { Severity } from "../domain/flow/problem";
import type { LocatedProblem } from "../domain/flow/readFlow";
import { problemText } from "../wording/flows";
import type { FlowReadings } from "./flowReadings";
import { isLarge } from "./flowReadings";
import { rangeOf } from "./rangeOf";

/** Long enough for a word to be typed. */
const DELAY_MS = 300;

/** Tells what is wrong in flows, once their author pauses. */
export class FlowDiagnostics {
  private readonly told: DiagnosticCollection;
  private readonly waiting = new Map<TextDocument, NodeJS.Timeout>();

  constructor(private readonly readings: FlowReadings) {
    this.told = languages.createDiagnosticCollection("contact-chains");
  }

  /** The next pause reads; what was to be read before is not read any more. */
  changed(document: TextDocument): void {
    if (document.languageId !== "json" || isLarge(document)) return;
    this.stop(document);
    this.waiting.set(
      document,
      setTimeout(() => this.tell(document), DELAY_MS),
    );
  }

  tell(document: TextDocument): void {
    this.stop(document);
    const { problems = [] } = this.readings.readNow(document) ?? {};
    if (problems.length > 0 || this.told.has(document.uri))
      this.told.set(
        document.uri,
        problems.map((problem) => diagnosticOf(document, problem)),
      );
  }

  closed(document: TextDocument): void {
    this.stop(document);
    this.readings.forget(document);
    this.told.delete(document.uri);
  }

  dispose(): void {
    for (const document of this.waiting.keys()) this.stop(document);
    this.told.dispose();
  }

  private stop(document: TextDocument): void {
    clearTimeout(this.waiting.get(document));
    this.waiting.delete(document);
  }
}

const page = Uri.parse(
  "https://docs.aws.amazon.com/connect/latest/adminguide/create-persistent-contact-association-block.html",
);

const shownAs: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function diagnosticOf(document: TextDocument, problem: LocatedProblem): Diagnostic {
  const { kind, span, relatedSpan } = problem;
  const diagnostic = new Diagnostic(
    rangeOf(document, span),
    problemText(problem),
    shownAs[severities[kind]],
  );
  diagnostic.source = "Contact Chains";
  diagnostic.code = { value: kind, target: page };
  if (relatedSpan !== undefined)
    diagnostic.relatedInformation = [
      new DiagnosticRelatedInformation(
        new Location(document.uri, rangeOf(document, relatedSpan)),
        l10n.t("This is the other action."),
      ),
    ];
  return diagnostic;
}
