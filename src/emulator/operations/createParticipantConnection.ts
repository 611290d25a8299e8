import type {
  CreateParticipantConnectionRequest,
  CreateParticipantConnectionResponse,
} from "@aws-sdk/client-connectparticipant";
import { AwsError } from "../awsError";
import { connect, join, participantOf, WEBSOCKET_PATH, type Connection } from "../participants";
import type { State } from "../state";
import type { Run, ToWire } from "../wire";

const iso = (time: number): string => new Date(time).toISOString();

const told = (
  { host }: State,
  { token, expiresAt, ticket, openUntil }: Connection,
  types: readonly string[],
): ToWire<CreateParticipantConnectionResponse> => ({
  ...(types.includes("WEBSOCKET") && {
    Websocket: {
      Url: `ws://${host}${WEBSOCKET_PATH}?ticket=${ticket}`,
      ConnectionExpiry: iso(openUntil),
    },
  }),
  ...(types.includes("CONNECTION_CREDENTIALS") && {
    ConnectionCredentials: { ConnectionToken: token, Expiry: iso(expiresAt) },
  }),
});

export const createParticipantConnection: Run<
  CreateParticipantConnectionRequest,
  CreateParticipantConnectionResponse
> = ({ ParticipantToken, Type, ConnectParticipant }, state) => {
  const participant = participantOf(state, ParticipantToken);
  // A client that only wants to be marked as connected sends null.
  const types = (Type as typeof Type | null | undefined) ?? [];
  if (types.includes("WEBRTC_CONNECTION")) {
    throw new AwsError("ValidationException", "Type: a chat has no WebRTC connection.");
  }
  if (ConnectParticipant) join(state, participant);
  state.changes += 1;
  return types.length === 0 ? {} : told(state, connect(state, participant), types);
};
