import type { ContactRecord } from "../world";
import { USERS_BY_ID } from "./organization";
import { PHRASES } from "./phrases";
import type { Phrases } from "./phrases";
import { pickBy } from "./random";
import type { Line, Topic } from "./topics";
import {
  BOT,
  CHAT_ENDED,
  chooses,
  FLOW,
  joins,
  leaves,
  offers,
  REHYDRATED,
  says,
  TRANSFERRED,
  type Choice,
  type Speaker,
  type Turn,
} from "./turns";

/** One contact and what has to be known to put words into its people's mouths. */
export interface Scene {
  readonly contact: ContactRecord;
  readonly topic: Topic;
  /** The customer's display name. */
  readonly customer: string;
  /** How the session's next contact began; absent for its last one. */
  readonly next: string | undefined;
}

interface Cast {
  readonly customer: Speaker;
  readonly agent: Speaker | undefined;
  readonly phrases: Phrases;
  readonly fill: (text: string) => string;
}

const agentOf = ({ agentId }: ContactRecord): Speaker | undefined => {
  const user = USERS_BY_ID.get(agentId ?? "");
  return user && { role: "AGENT", name: `${user.firstName} ${user.lastName}` };
};

const castOf = ({ contact, topic, customer }: Scene): Cast => {
  const agent = agentOf(contact);
  const order = contact.attributes["orderNumber"] ?? "NW-10000";
  return {
    customer: { role: "CUSTOMER", name: customer },
    agent,
    phrases: PHRASES[topic.locale],
    fill: (text) =>
      text
        .replaceAll("{customer}", customer)
        .replaceAll("{agent}", agent?.name ?? "")
        .replaceAll("{order}", order),
  };
};

const speak = (cast: Cast, lines: readonly Line[]): Turn[] =>
  lines.map(([who, text]) => {
    const agent = cast.agent ?? FLOW;
    const by = { C: cast.customer, A: agent, F: BOT }[who];
    return says(by, cast.fill(text));
  });

const beginning = ({ contact, topic }: Scene, cast: Cast): Turn[] => [
  joins(cast.customer),
  ...(contact.relatedContactId === undefined ? [] : [REHYDRATED]),
  says(BOT, cast.phrases.greeting),
  ...speak(cast, topic.opening),
  says(FLOW, cast.agent ? cast.phrases.waiting : cast.phrases.nobodyFree),
];

const talk = ({ contact, topic }: Scene, cast: Cast): Turn[] => {
  if (cast.agent === undefined) return [];
  const joined = joins(cast.agent, contact.connectedToAgentAt);
  if (contact.initiationMethod !== "TRANSFER") return [joined, ...speak(cast, topic.first)];
  const takeover = says(cast.agent, cast.fill(cast.phrases.takeover));
  return [joined, takeover, ...speak(cast, topic.second)];
};

const survey = ({ contact }: Scene, { customer, phrases }: Cast): Turn[] => {
  const choice: Choice = {
    template: pickBy(contact.id, ["QuickReply", "ListPicker"]),
    title: phrases.surveyTitle,
    subtitle: phrases.surveySubtitle,
    options: phrases.surveyOptions,
  };
  return [
    offers(choice),
    chooses(customer, choice, pickBy(contact.id, phrases.surveyOptions)),
    says(FLOW, phrases.surveyThanks),
  ];
};

const GUIDE: Choice = {
  template: "ListPicker",
  title: "What is the matter with your line?",
  subtitle: "Choose one, the guide leads you through the steps",
  options: ["No connection at all", "Slow connection", "Connection drops", "Something else"],
};

const guide = (_: Scene, { customer }: Cast): Turn[] => [
  joins(customer),
  offers(GUIDE),
  chooses(customer, GUIDE, "Connection drops"),
  says(FLOW, "Unplug the router, wait 30 seconds, plug it in again."),
  says(customer, "done"),
  says(FLOW, "The line is stable now. 0 drops in the last 5 minutes."),
];

const middle = (scene: Scene, cast: Cast): Turn[] => {
  if (scene.contact.subtype === "connect:Guide") return guide(scene, cast);
  switch (scene.contact.initiationMethod) {
    case "DISCONNECT":
      return survey(scene, cast);
    case "TRANSFER":
      return talk(scene, cast);
    case "QUEUE_TRANSFER":
      return [says(FLOW, cast.phrases.movedQueue), ...talk(scene, cast)];
    default:
      return [...beginning(scene, cast), ...talk(scene, cast)];
  }
};

const agentLeaves = ({ agent }: Cast): Turn[] => (agent ? [leaves(agent)] : []);

/** How the session's last contact ends. */
const lastTurns = ({ contact }: Scene, cast: Cast): Turn[] => {
  switch (contact.disconnectReason) {
    case "CUSTOMER_DISCONNECT":
      return [leaves(cast.customer), ...agentLeaves(cast), CHAT_ENDED];
    case "IDLE_DISCONNECT":
    case "EXPIRED":
      return [
        says(FLOW, cast.phrases.stillThere),
        { kind: "event", event: "participant.autodisconnection", by: cast.customer },
        ...agentLeaves(cast),
        CHAT_ENDED,
      ];
    case "CONTACT_FLOW_DISCONNECT":
      return [says(FLOW, cast.phrases.closed), CHAT_ENDED];
    default:
      return [...agentLeaves(cast), CHAT_ENDED];
  }
};

const SAY_GOODBYE = new Set(["CUSTOMER_DISCONNECT", "AGENT_DISCONNECT"]);

const goodbye = ({ contact, topic }: Scene, cast: Cast): Turn[] =>
  cast.agent && SAY_GOODBYE.has(contact.disconnectReason ?? "") ? speak(cast, topic.closing) : [];

const ending = (scene: Scene, cast: Cast): Turn[] => {
  switch (scene.next) {
    case undefined:
      return [...goodbye(scene, cast), ...lastTurns(scene, cast)];
    case "TRANSFER":
      return cast.agent
        ? [says(cast.agent, cast.phrases.handover), leaves(cast.agent), TRANSFERRED]
        : [TRANSFERRED];
    case "QUEUE_TRANSFER":
      return [...agentLeaves(cast), TRANSFERRED];
    default:
      return [...goodbye(scene, cast), ...agentLeaves(cast)];
  }
};

/** What has been said during a contact that goes on. */
export const scriptSoFar = (scene: Scene): Turn[] => middle(scene, castOf(scene));

/** What was said during an ended contact. */
export const scriptOf = (scene: Scene): Turn[] => {
  const cast = castOf(scene);
  return [...middle(scene, cast), ...ending(scene, cast)];
};
