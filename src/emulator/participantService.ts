import { participantModel } from "./model/model";
import { participantOperations } from "./operations";
import { restJsonService } from "./restJson";
import type { Parameters } from "./service";
import type { State } from "./state";

/** The instance of a participant or connection token, to which the quotas belong (domain.md §3.3). */
const instanceOf = (
  { ParticipantToken, ConnectionToken }: Parameters,
  { participants, connections }: State,
): string => {
  const participant =
    participants.get(String(ParticipantToken)) ??
    connections.get(String(ConnectionToken))?.participant;
  return participant?.chat.instance.id ?? "";
};

export const participantService = restJsonService({
  name: "participant",
  failure: "InternalServerException",
  model: participantModel,
  operations: participantOperations,
  quotaOf: instanceOf,
});
