import { l10n } from "vscode";
import { Failure } from "../../domain/failure";
import { failureLine } from "../../wording/failures";
import type { App } from "../app";
import { exportedOf } from "../exportTranscript/exported";
import { exportText } from "../exportTranscript/formats";
import { readChat } from "../readChat";
import type { TranscriptPlace } from "./transcriptUri";

/** What a document of a transcript says; why there is none, where it cannot be read. */
export async function transcriptText(
  app: App,
  { connectionId, choice, form }: TranscriptPlace,
  signal: AbortSignal,
): Promise<string> {
  const connection = app.connections().find(({ id }) => id === connectionId);
  if (connection === undefined)
    return l10n.t("There is no connection any more that this could be read from.");
  try {
    const { content, conversation } = await readChat(app, { connection, choice }, signal);
    return exportText(exportedOf(content, conversation, false), form);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return failureLine(error);
  }
}
