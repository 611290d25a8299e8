import type {
  DisconnectParticipantRequest,
  DisconnectParticipantResponse,
} from "@aws-sdk/client-connectparticipant";
import { end } from "../chats";
import { once } from "../once";
import { connectedBy, hangUp, leave } from "../participants";
import type { State } from "../state";
import type { Run } from "../wire";

const disconnect = (state: State, connectionToken: string): object => {
  const participant = connectedBy(state, connectionToken);
  const { chat, speaker } = participant;
  leave(state, participant);
  if (speaker === chat.customer) {
    const at = state.clock.now();
    end(state, chat.instance, chat.current, { at, reason: "CUSTOMER_DISCONNECT" });
  } else hangUp(participant);
  state.changes += 1;
  return {};
};

/** A customer who leaves ends the chat; without a custom bot it goes on. */
export const disconnectParticipant: Run<
  DisconnectParticipantRequest,
  DisconnectParticipantResponse
> = ({ ConnectionToken, ClientToken: token }, state) => {
  const wish = { operation: "DisconnectParticipant", owner: ConnectionToken, token, input: {} };
  return once(state, wish, () => disconnect(state, ConnectionToken));
};
