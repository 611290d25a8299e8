import { l10n } from "vscode";
import type { CodeLanguage } from "../../domain/code";
import { codeLanguages } from "../../domain/code";
import type { CodeCall } from "../../domain/code/call";
import { isContactId } from "../../domain/contactReference";
import { shortId } from "../../wording/contacts";
import { typeLabel } from "../../wording/plans";
import { askStep } from "../quickPickStep";
import type { Step } from "../steps";
import { askSteps } from "../steps";

export interface CodeChoice {
  readonly call: CodeCall;
  readonly language: CodeLanguage;
}

type Draft = Partial<CodeChoice>;

/** Which of these calls, and in which language; `editorLanguage` is VS Code's id of the one that is being written. */
export async function askCode(
  title: string,
  calls: readonly CodeCall[],
  editorLanguage: string | undefined,
): Promise<CodeChoice | undefined> {
  const { call, language } =
    (await askSteps<Draft>([askCall(title, calls), askLanguage(title, editorLanguage)], {})) ?? {};
  return call === undefined || language === undefined ? undefined : { call, language };
}

const askCall =
  (title: string, calls: readonly CodeCall[]): Step<Draft> =>
  async (draft, position) => {
    const answer = await askStep<CodeCall>({
      title,
      ...position,
      placeholder: l10n.t("Which call?"),
      load: (show) => {
        show(
          calls.map((call) => ({
            label: call.operation,
            description: typeLabel(call.rehydrationType),
            detail: detailOf(call),
            value: call,
          })),
        );
        return Promise.resolve();
      },
    });
    return answer.kind === "picked"
      ? { kind: "picked", value: { ...draft, call: answer.value } }
      : answer;
  };

function detailOf(call: CodeCall): string {
  const source = shown(call.sourceContactId);
  return call.operation === "StartChatContact"
    ? l10n.t("Starts a chat that continues {0}", source)
    : l10n.t("Continues {0} in {1}", source, shown(call.currentContactId));
}

/** What is not known is shown by the whole of its name. */
const shown = (id: string): string => (isContactId(id) ? shortId(id) : id);

const labels: Readonly<Record<CodeLanguage, () => string>> = {
  cli: () => "AWS CLI",
  python: () => "Python (boto3)",
  javascript: () => "JavaScript (AWS SDK v3)",
  java: () => "Java (AWS SDK 2)",
  csharp: () => "C# (AWS SDK for .NET)",
  go: () => "Go (AWS SDK v2)",
  kotlin: () => "Kotlin (AWS SDK)",
  curl: () => "curl (SigV4)",
  flow: () => l10n.t("Block of a flow (JSON)"),
};

export const languageLabel = (language: CodeLanguage): string => labels[language]();

/** By VS Code's names of what a file is written in. */
const ofEditor: Readonly<Record<string, CodeLanguage>> = {
  python: "python",
  javascript: "javascript",
  javascriptreact: "javascript",
  typescript: "javascript",
  typescriptreact: "javascript",
  java: "java",
  csharp: "csharp",
  go: "go",
  kotlin: "kotlin",
  shellscript: "cli",
  json: "flow",
  jsonc: "flow",
};

const askLanguage =
  (title: string, editorLanguage: string | undefined): Step<Draft> =>
  async (draft, position) => {
    const answer = await askStep<CodeLanguage>({
      title,
      ...position,
      placeholder: l10n.t("In which language?"),
      load: (show) => {
        show(
          languagesFor(draft, editorLanguage).map((language) => ({
            label: languageLabel(language),
            value: language,
          })),
        );
        return Promise.resolve();
      },
    });
    return answer.kind === "picked"
      ? { kind: "picked", value: { ...draft, language: answer.value } }
      : answer;
  };

/** The editor's own first. A block of a flow starts no chat. */
function languagesFor(
  { call }: Draft,
  editorLanguage: string | undefined,
): readonly CodeLanguage[] {
  const possible = codeLanguages.filter(
    (language) => language !== "flow" || call?.operation !== "StartChatContact",
  );
  const first = editorLanguage === undefined ? undefined : ofEditor[editorLanguage];
  return possible.toSorted((a, b) => Number(b === first) - Number(a === first));
}
