import { Uri } from "vscode";
import { shortId } from "../../wording/contacts";
import type { PastChoice } from "../chosenRow";
import { recordScheme } from "../names";
import type { ChosenChat } from "../chosenContact";

/** Markdown for people, or the stored items as JSON. */
export type DocumentForm = "md" | "json";

export interface TranscriptPlace {
  readonly connectionId: string;
  readonly choice: PastChoice;
  readonly form: DocumentForm;
  readonly hidesPersonal: boolean;
}

/** Tells everything that is needed to read the transcript again, as after a window is reloaded. */
export function transcriptUri(
  { connection, choice }: ChosenChat,
  form: DocumentForm,
  hidesPersonal: boolean,
): Uri {
  const { kind, contactId } = choice;
  const query = new URLSearchParams({
    connection: connection.id,
    transcript: kind,
    contact: contactId,
    ...(hidesPersonal && { personal: "hidden" }),
  });
  return Uri.from({
    scheme: recordScheme,
    path: `/${shortId(contactId)} transcript${hidesPersonal ? ", personal data hidden" : ""}.${form}`,
    query: query.toString(),
  });
}

/** Undefined for an address of something else. */
export function transcriptPlaceOf({
  path,
  query,
}: Pick<Uri, "path" | "query">): TranscriptPlace | undefined {
  const parameters = new URLSearchParams(query);
  const connectionId = parameters.get("connection");
  const kind = parameters.get("transcript");
  const contactId = parameters.get("contact");
  if (connectionId === null || contactId === null || (kind !== "chain" && kind !== "contact"))
    return undefined;
  return {
    connectionId,
    choice: { kind, contactId },
    form: path.endsWith(".json") ? "json" : "md",
    hidesPersonal: parameters.get("personal") === "hidden",
  };
}
