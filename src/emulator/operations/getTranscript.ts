import type {
  GetTranscriptRequest,
  GetTranscriptResponse,
} from "@aws-sdk/client-connectparticipant";
import { connectedBy } from "../participants";
import { transcriptPage } from "../transcriptPages";
import type { Run } from "../wire";

export const getTranscript: Run<GetTranscriptRequest, GetTranscriptResponse> = (input, state) => {
  const { chat } = connectedBy(state, input.ConnectionToken);
  const { items, nextToken } = transcriptPage(state, chat, input);
  return {
    InitialContactId: chat.current.initialContactId,
    Transcript: input.SortOrder === "ASCENDING" ? items : items.toReversed(),
    NextToken: nextToken,
  };
};
