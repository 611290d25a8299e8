/** Flows in the shape in which they are exported (domain.md §1.8). */

export interface Action {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters: Readonly<Record<string, unknown>>;
  readonly Transitions: Readonly<Record<string, unknown>>;
}

export const onError = (next: string) => ({ NextAction: next, ErrorType: "NoMatchingError" });

/** The action that continues a past chat, as it is exported, and goes on to `end`. */
export const association = (changes: Partial<Action> = {}): Action => ({
  Identifier: "continue",
  Type: "CreatePersistentContactAssociation",
  Parameters: {
    RehydrationType: "ENTIRE_PAST_SESSION",
    SourceContactId: "$.Attributes.previousContactId",
  },
  Transitions: { NextAction: "end", Errors: [onError("end")] },
  ...changes,
});

export const given = (parameters: Readonly<Record<string, unknown>>): Action =>
  association({ Parameters: { ...association().Parameters, ...parameters } });

export const step = (
  identifier: string,
  next: string,
  { Type = "MessageParticipant", Parameters = {} }: Partial<Action> = {},
): Action => ({
  Identifier: identifier,
  Type,
  Parameters,
  Transitions: { NextAction: next, Errors: [onError(next)] },
});

export const setting = (identifier: string, next: string, attributes: object): Action =>
  step(identifier, next, {
    Type: "UpdateContactAttributes",
    Parameters: { Attributes: attributes, TargetContact: "Current" },
  });

/** Goes where a channel has a branch of its own, and else to `left`. */
export const byChannel = (
  identifier: string,
  left: string,
  channels: Readonly<Record<string, string>>,
): Action => ({
  Identifier: identifier,
  Type: "Compare",
  Parameters: { ComparisonValue: "$.Channel" },
  Transitions: {
    NextAction: left,
    Conditions: Object.entries(channels).map(([channel, next]) => ({
      NextAction: next,
      Condition: { Operator: "Equals", Operands: [channel] },
    })),
    Errors: [{ NextAction: left, ErrorType: "NoMatchingCondition" }],
  },
});

const end: Action = {
  Identifier: "end",
  Type: "DisconnectParticipant",
  Parameters: {},
  Transitions: {},
};

/** Begins with the first of these actions; `end` comes after them. */
export const flow = (...actions: readonly Action[]) => ({
  Version: "2019-10-30",
  StartAction: actions[0]?.Identifier ?? "end",
  Metadata: { entryPointPosition: { x: 40, y: 40 }, ActionMetadata: {}, name: "Chat" },
  Actions: [...actions, end],
});

export const exported = flow(association());

export const textOf = (value: unknown): string => JSON.stringify(value, undefined, 2);
