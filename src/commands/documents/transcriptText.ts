import type { App } from "../app";
import { exportedOf } from "../exportTranscript/exported";
import { exportText } from "../exportTranscript/formats";
import { readChat } from "../readChat";
import { textOrReason } from "./textOrReason";
import type { TranscriptPlace } from "./transcriptUri";

/** What a document of a transcript says; why there is none, where it cannot be read. */
export async function transcriptText(
  app: App,
  place: TranscriptPlace,
  signal: AbortSignal,
): Promise<string> {
  const said = await textOrReason(
    app.connections(),
    place,
    async (connection, { choice, form, hidesPersonal }) => {
      const { content, conversation } = await readChat(app, { connection, choice }, signal);
      return exportText(exportedOf(content, conversation, hidesPersonal), form);
    },
  );
  return "text" in said ? said.text : said.reason;
}
