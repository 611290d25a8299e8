import type { Branch, Flow, FlowAction } from "../flow";
import { placeIn } from "../flow";
import type { FlowProblem } from "../problem";
import { walk } from "../walk";

/** What is wrong with the ways to the actions that continue a past chat. */
export const pathProblems = (flow: Flow): readonly FlowProblem[] => [
  ...unreachable(flow),
  ...twice(flow),
  ...channels(flow),
];

const identifierOf = ({ identifier }: FlowAction): string => identifier;

function follow({ byIdentifier }: Flow, branches: readonly Branch[]): readonly FlowAction[] {
  return branches.flatMap(({ to }) => byIdentifier.get(to) ?? []);
}

/** Every action that can come after one of these, or is one of these, with the one that it comes after. */
export const reachedFrom = (
  flow: Flow,
  starts: Iterable<FlowAction>,
): ReadonlyMap<string, FlowAction> =>
  walk(starts, identifierOf, ({ branches }) => follow(flow, branches));

function unreachable(flow: Flow): readonly FlowProblem[] {
  const start = flow.byIdentifier.get(flow.startAction);
  if (start === undefined) return [];
  const reached = reachedFrom(flow, [start]);
  return flow.associations
    .filter(({ identifier }) => !reached.has(identifier))
    .map((action) => ({
      kind: "unreachable",
      path: placeIn(action, "Type"),
      values: [],
      fixes: [],
    }));
}

/** A chat can be continued once only (domain.md §1.5); after an error another try is none too many. */
function twice(flow: Flow): readonly FlowProblem[] {
  const after = flow.associations.flatMap((first) =>
    follow(
      flow,
      first.branches.filter(({ kind }) => kind === "success"),
    ).map((action) => ({ action, first })),
  );
  const reached = walk(
    after,
    ({ action }) => action.identifier,
    ({ action, first }) => follow(flow, action.branches).map((next) => ({ action: next, first })),
  );
  return flow.associations.flatMap((action): readonly FlowProblem[] => {
    const first = reached.get(action.identifier)?.first;
    return first === undefined
      ? []
      : [
          {
            kind: "twice",
            path: placeIn(action, "Type"),
            values: [first.identifier],
            related: placeIn(first, "Type"),
            fixes: [],
          },
        ];
  });
}

const otherChannels = ["VOICE", "TASK", "EMAIL"] as const;

interface Journey {
  readonly action: FlowAction;
  readonly channel: string;
  /** Whether the flow has parted it from chats. */
  readonly isParted: boolean;
}

const journeyKey = ({ action, channel, isParted }: Journey): string =>
  `${channel} ${String(isParted)} ${action.identifier}`;

/** The action works for chats; all else leaves it by Error (domain.md §1.8). It is told of only where the flow tells channels apart. */
function channels(flow: Flow): readonly FlowProblem[] {
  const start = flow.byIdentifier.get(flow.startAction);
  if (start === undefined || !flow.actions.some(comparesChannel)) return [];
  const starts = ["CHAT", ...otherChannels].map((channel): Journey => ({
    action: start,
    channel,
    isParted: false,
  }));
  const reached = walk(starts, journeyKey, (journey) => goOn(flow, journey));
  const comes = (action: FlowAction, channel: string, isParted: boolean): boolean =>
    reached.has(journeyKey({ action, channel, isParted }));
  return flow.associations.flatMap((action): readonly FlowProblem[] => {
    const parted = otherChannels.filter((channel) => comes(action, channel, true));
    return parted.length === 0
      ? []
      : [
          {
            kind: comes(action, "CHAT", false) ? "channelToo" : "channelNever",
            path: placeIn(action, "Type"),
            values: [parted.join(", ")],
            fixes: [],
          },
        ];
  });
}

const comparesChannel = ({ type, parameters }: FlowAction): boolean =>
  type === "Compare" && parameters["ComparisonValue"] === "$.Channel";

function goOn(flow: Flow, { action, channel, isParted }: Journey): readonly Journey[] {
  const taken = comparesChannel(action) ? branchesOf(action, channel) : action.branches;
  const parts = comparesChannel(action) && !sameBranches(taken, branchesOf(action, "CHAT"));
  return follow(flow, taken).map((next) => ({
    action: next,
    channel,
    isParted: isParted || parts,
  }));
}

/** The condition that asks for the channel, or what is left for those that none asks for; other conditions may hold as well. */
function branchesOf({ branches }: FlowAction, channel: string): readonly Branch[] {
  const asked = branches.filter(({ kind, when }) => kind === "condition" && isFor(channel, when));
  const left = branches.filter(({ kind }) => kind !== "condition");
  const unclear = branches.filter(({ kind, when }) => kind === "condition" && when === undefined);
  return [...(asked.length > 0 ? asked : left), ...unclear];
}

const isFor = (channel: string, when: string | undefined): boolean =>
  when?.toUpperCase() === channel;

const sameBranches = (some: readonly Branch[], others: readonly Branch[]): boolean =>
  some.length === others.length && some.every((branch) => others.includes(branch));
