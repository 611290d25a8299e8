import assert from "node:assert/strict";
import { codeOf } from "../../../src/domain/code";
import { readFlow } from "../../../src/domain/flow/readFlow";
import { INBOUND_FLOW } from "../../../src/emulator/seed/flows";
import { associate, requestOf } from "../code/requests";
import type { Action } from "./flows";
import {
  association,
  byChannel,
  exported,
  flow,
  given,
  onError,
  setting,
  step,
  textOf,
} from "./flows";

/** What is told of a text: each problem with what stands at its place. */
function told(value: unknown): readonly (readonly [string, string])[] {
  const text = typeof value === "string" ? value : textOf(value);
  const { problems = [] } = readFlow(text) ?? {};
  return problems.map(({ kind, span: { offset, length } }) => [
    kind,
    text.slice(offset, offset + length),
  ]);
}

const typeOfAction = '"CreatePersistentContactAssociation"';
const sourced = (source: unknown) => flow(given({ SourceContactId: source }));

function without(action: Action, parameter: string): Action {
  const { [parameter]: _left, ...rest } = action.Parameters;
  return { ...action, Parameters: rest };
}

describe("Flows", () => {
  it("that are as they are exported have nothing wrong with them, on one line or many", () => {
    assert.deepEqual(told(exported), []);
    assert.deepEqual(told(JSON.stringify(exported)), []);
    assert.equal(readFlow(textOf(exported))?.associations.length, 1);
    assert.deepEqual(told(INBOUND_FLOW.content), []);
  });

  it("agree with the code that is written for them, once it leads somewhere", () => {
    const code = JSON.parse(codeOf("flow", requestOf(associate))) as Action;
    assert.deepEqual(told(flow(code)), [
      ["branchUnknown", '"NEXT_ACTION"'],
      ["branchUnknown", '"ERROR_ACTION"'],
    ]);
    assert.deepEqual(told(textOf(flow(code)).replace(/NEXT_ACTION|ERROR_ACTION/g, "end")), []);
  });

  it("are nothing else", () => {
    const [start] = exported.Actions;
    for (const other of [
      { ...exported, Version: undefined },
      { ...exported, StartAction: undefined },
      { ...exported, Actions: { start } },
      [exported],
      { Content: exported },
      { Content: textOf(exported) },
      {
        Resources: {
          Flow: { Type: "AWS::Connect::ContactFlow", Properties: { Content: exported } },
        },
      },
      start,
      { RehydrationType: "x", StartAction: 1, Actions: [] },
      null,
      "CreatePersistentContactAssociation",
    ])
      assert.equal(readFlow(textOf(other)), undefined);
  });

  it("that are no JSON at the moment are not judged", () => {
    const wrong = textOf(flow(given({ RehydrationType: "x" })));
    assert.equal(told(wrong).length, 1);
    for (const broken of [
      wrong.slice(0, -1),
      `${wrong}}`,
      wrong.replace(":", ""),
      `// a\n${wrong}`,
    ])
      assert.equal(readFlow(broken), undefined);
  });
});

describe("A flow's rehydration type", () => {
  const typed = (value: unknown) => told(flow(given({ RehydrationType: value })));

  it("is one of two", () => {
    assert.deepEqual(typed("FROM_SEGMENT"), []);
    assert.deepEqual(typed("from_segment"), [["typeUnknown", '"from_segment"']]);
    assert.deepEqual(typed(3), [["typeUnknown", "3"]]);
    assert.deepEqual(typed({ a: 1 }), [["typeUnknown", "{"]]);
  });

  it("is there", () => {
    assert.deepEqual(told(flow(without(association(), "RehydrationType"))), [
      ["typeMissing", typeOfAction],
    ]);
    assert.deepEqual(typed(""), [["typeMissing", typeOfAction]]);
    assert.deepEqual(typed(null), [["typeMissing", typeOfAction]]);
  });

  it("is usually no reference, and may be put in at deployment", () => {
    assert.deepEqual(typed("$.Attributes.type"), [["typeDynamic", '"$.Attributes.type"']]);
    assert.deepEqual(typed("${RehydrationType}"), []);
    assert.deepEqual(typed("{{type}}"), []);
  });
});

describe("A flow's past contact", () => {
  it("is there", () => {
    assert.deepEqual(told(flow(without(association(), "SourceContactId"))), [
      ["sourceMissing", typeOfAction],
    ]);
    assert.deepEqual(told(sourced(" ")), [["sourceMissing", typeOfAction]]);
  });

  it("is not the same for every chat", () => {
    const id = "c1000000-0000-4000-8000-000000000001";
    assert.deepEqual(told(sourced(id)), [["sourceLiteral", `"${id}"`]]);
    assert.deepEqual(told(sourced("$.External.contactId")), []);
  });

  it("is an id or a reference, or put in at deployment", () => {
    assert.deepEqual(told(sourced("previousContactId")), [
      ["sourceUnreadable", '"previousContactId"'],
    ]);
    assert.deepEqual(told(sourced(["a"])), [["sourceUnreadable", "["]]);
    assert.deepEqual(told(sourced("%PAST_CONTACT%")), []);
  });

  it("is none of the chat in which the flow runs", () => {
    assert.deepEqual(told(sourced("$.ContactId")), [["sourceIsCurrent", '"$.ContactId"']]);
    assert.deepEqual(told(sourced("$.InitialContactId")), [
      ["sourceOfThisChat", '"$.InitialContactId"'],
    ]);
    assert.deepEqual(told(sourced("$.PreviousContactId")), [
      ["sourceOfThisChat", '"$.PreviousContactId"'],
    ]);
  });
});

describe("An attribute that a flow reads the past contact from", () => {
  const source = '"$.Attributes.previousContactId"';

  it("is set in the flow, or by whoever starts the chat", () => {
    const set = setting("set", "continue", { previousContactId: "$.External.id" });
    assert.deepEqual(told(flow(set, association())), []);
    const other = setting("set", "continue", { greeted: "true" });
    assert.deepEqual(told(flow(other, association())), [["attributeNotSet", source]]);
  });

  it("is set before it is read", () => {
    const later = association({ Transitions: { NextAction: "set", Errors: [onError("end")] } });
    const set = setting("set", "end", { previousContactId: "$.ContactId" });
    assert.deepEqual(told(flow(later, set)), [["attributeSetLater", source]]);
    const before = setting("before", "continue", { previousContactId: "$.External.id" });
    assert.deepEqual(told(flow(before, later, set)), []);
  });

  it("has the same name to the letter", () => {
    const set = (name: string) => flow(setting("set", "continue", { [name]: "x" }), association());
    assert.deepEqual(told(set("PreviousContactID")), [["attributeMisspelt", source]]);
    assert.deepEqual(told(set("previous_contact_id")), [["attributeMisspelt", source]]);
  });

  it("may be set where the flow does not show it", () => {
    const module = step("module", "set", { Type: "InvokeFlowModule" });
    const set = setting("set", "continue", { greeted: "true" });
    assert.deepEqual(told(flow(module, set, association())), []);
    const dynamic = setting("set", "continue", { "$.Attributes.name": "x" });
    assert.deepEqual(told(flow(dynamic, association())), []);
    const late = setting("late", "end", { previousContactId: "x" });
    const first = step("module", "continue", { Type: "InvokeFlowModule" });
    const later = association({ Transitions: { NextAction: "late", Errors: [onError("end")] } });
    assert.deepEqual(told(flow(first, later, late)), []);
  });

  it("is not one that is set on another contact", () => {
    const related = step("set", "other", {
      Type: "UpdateContactAttributes",
      Parameters: { Attributes: { previousContactId: "x" }, TargetContact: "Related" },
    });
    const other = setting("other", "continue", { greeted: "true" });
    assert.deepEqual(told(flow(related, other, association())), [["attributeNotSet", source]]);
  });

  it("of the flow itself is set in this flow", () => {
    const read = given({ SourceContactId: "$.FlowAttributes.past" });
    assert.deepEqual(told(flow(read)), [["flowAttributeNotSet", '"$.FlowAttributes.past"']]);
    const set = step("set", "continue", {
      Type: "UpdateFlowAttributes",
      Parameters: { FlowAttributes: { past: { Value: "$.External.id" } } },
    });
    assert.deepEqual(told(flow(set, read)), []);
    const later = { ...set, Transitions: { NextAction: "end" } };
    const before = { ...read, Transitions: { NextAction: "set", Errors: [onError("end")] } };
    assert.deepEqual(told(flow(before, later)), [
      ["flowAttributeSetLater", '"$.FlowAttributes.past"'],
    ]);
  });

  it("may have a name that is written in brackets", () => {
    const read = given({ SourceContactId: "$.Attributes['past chat']" });
    assert.deepEqual(told(flow(setting("set", "continue", { "past chat": "x" }), read)), []);
    assert.deepEqual(told(flow(setting("set", "continue", { pastChat: "x" }), read)), [
      ["attributeMisspelt", "\"$.Attributes['past chat']\""],
    ]);
  });
});

describe("The branches of a flow's association", () => {
  const leading = (transitions: Readonly<Record<string, unknown>>) =>
    told(flow(association({ Transitions: transitions })));

  it("are Success and Error", () => {
    assert.deepEqual(leading({ NextAction: "end" }), [["errorMissing", typeOfAction]]);
    assert.deepEqual(leading({ NextAction: "end", Errors: [] }), [["errorMissing", typeOfAction]]);
    const other = { NextAction: "end", ErrorType: "TimeLimitExceeded" };
    assert.deepEqual(leading({ NextAction: "end", Errors: [other] }), [
      ["errorMissing", typeOfAction],
    ]);
    assert.deepEqual(leading({ NextAction: "end", Errors: [other, onError("end")] }), []);
    assert.deepEqual(leading({ Errors: [onError("end")] }), [["successMissing", typeOfAction]]);
  });

  it("lead to actions of the flow", () => {
    assert.deepEqual(leading({ NextAction: "gone", Errors: [onError("away")] }), [
      ["branchUnknown", '"gone"'],
      ["branchUnknown", '"away"'],
    ]);
  });
});

describe("The way to a flow's association", () => {
  const next = (identifier: string, success: string, error: string) =>
    association({
      Identifier: identifier,
      Transitions: { NextAction: success, Errors: [onError(error)] },
    });
  /** Which actions are told of. */
  const toldOf = (kind: string, value: unknown): readonly unknown[] => {
    const { problems = [] } = readFlow(textOf(value)) ?? {};
    return problems
      .filter((problem) => problem.kind === kind)
      .map(({ path }) => (value as typeof exported).Actions[Number(path[1])]?.Identifier);
  };

  it("begins with the flow", () => {
    const lonely = flow(step("start", "end"), association());
    assert.deepEqual(told(lonely), [["unreachable", typeOfAction]]);
    assert.deepEqual(told(flow(step("start", "continue"), association())), []);
    assert.deepEqual(told({ ...exported, StartAction: "gone" }), []);
  });

  it("does not come from another one's success", () => {
    const value = flow(next("one", "say", "end"), step("say", "two"), next("two", "end", "end"));
    assert.deepEqual(toldOf("twice", value), ["two"]);
    const text = textOf(value);
    const [problem] = readFlow(text)?.problems ?? [];
    assert.deepEqual(problem?.values, ["one"]);
    assert.equal(problem.relatedSpan?.offset, text.indexOf(typeOfAction));
  });

  it("may come from another one's error", () => {
    assert.deepEqual(told(flow(next("one", "end", "two"), next("two", "end", "end"))), []);
  });

  it("does not come from itself", () => {
    assert.deepEqual(toldOf("twice", flow(next("one", "say", "end"), step("say", "one"))), ["one"]);
    assert.deepEqual(toldOf("twice", flow(next("one", "end", "say"), step("say", "one"))), []);
  });

  it("is not one for voice only", () => {
    const voice = flow(byChannel("ask", "end", { VOICE: "continue" }), association());
    assert.deepEqual(told(voice), [["channelNever", typeOfAction]]);
    const notChat = flow(byChannel("ask", "continue", { CHAT: "end" }), association());
    assert.deepEqual(told(notChat), [["channelNever", typeOfAction]]);
    assert.deepEqual(readFlow(textOf(notChat))?.problems[0]?.values, ["VOICE, TASK, EMAIL"]);
    const chat = flow(byChannel("ask", "end", { Chat: "continue", VOICE: "end" }), association());
    assert.deepEqual(told(chat), []);
  });

  it("is told of where voice is sent there beside chats", () => {
    const both = flow(
      byChannel("ask", "end", { VOICE: "continue", CHAT: "say" }),
      step("say", "continue"),
      association(),
    );
    assert.deepEqual(told(both), [["channelToo", typeOfAction]]);
  });

  it("may be one for all that is not told apart", () => {
    const rest = flow(byChannel("ask", "continue", { TASK: "end" }), association());
    assert.deepEqual(told(rest), []);
    const segment = step("ask", "continue", {
      Type: "Compare",
      Parameters: { ComparisonValue: "$.SegmentAttributes.x" },
    });
    assert.deepEqual(told(flow(segment, association())), []);
  });

  it("takes conditions that are no equality for possible", () => {
    const compare = byChannel("ask", "end", { VOICE: "end" });
    const contains = {
      NextAction: "continue",
      Condition: { Operator: "TextContains", Operands: ["A"] },
    };
    const open = {
      ...compare,
      Transitions: { ...compare.Transitions, Conditions: [contains] },
    };
    assert.deepEqual(told(flow(open, association())), []);
  });
});

describe("An action with another type", () => {
  it("is told of where it is meant to continue a chat", () => {
    const wrong = "createPersistentContactAssociation";
    assert.deepEqual(told(flow(association({ Type: wrong }))), [["wrongActionType", `"${wrong}"`]]);
    assert.deepEqual(told(flow(association({ Type: "" }))), [["wrongActionType", '""']]);
    const source = { SourceContactId: "x" };
    assert.deepEqual(told(flow(association({ Type: "Other", Parameters: source }))), []);
  });
});
