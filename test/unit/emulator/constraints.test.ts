import assert from "node:assert/strict";
import { problemsOf } from "../../../src/emulator/model/check";
import { connectModel, participantModel } from "../../../src/emulator/model/model";
import { Asking, signedFor } from "./support/asking";
import { casesOf, isSendable, requestOf } from "./support/constraints";

const isAbout = (problem: string, member: string): boolean => problem.startsWith(`${member}: `);

describe("emulator: constraints of the service model", () => {
  const asking = new Asking();

  for (const [operation, model] of Object.entries({ ...connectModel, ...participantModel })) {
    const service = operation in connectModel ? "connect" : "execute-api";
    describe(operation, () => {
      for (const { title, member, input, isAllowed } of casesOf(model)) {
        it(`${isAllowed ? "takes" : "refuses"}: ${title}`, () => {
          const problems = problemsOf(model.input, input);
          if (isAllowed) assert.deepEqual(problems, []);
          else
            assert.equal(
              problems.some((problem) => isAbout(problem, member)),
              true,
            );
          if (!isSendable(model, input)) return;

          const { headers, ...request } = requestOf(model, input);
          const answer = asking.send({
            ...request,
            headers: { ...signedFor(service), ...headers },
          });
          const said = String(answer.json["Message"]).split("; ");
          assert.equal(
            said.some((problem) => isAbout(problem, member)),
            !isAllowed,
          );
          if (!isAllowed) {
            assert.equal(answer.status, 400);
            const name = answer.headers["x-amzn-errortype"] ?? "";
            assert.equal(model.errors.includes(name), true, name);
          }
        });
      }
    });
  }

  it("tells every problem of a request at once", () => {
    const { json } = asking.connect("POST", "/search-contacts", {
      InstanceId: "",
      MaxResults: 101,
    });
    assert.equal(
      json["Message"],
      "InstanceId: at least 1 characters, has 0; TimeRange: is required; MaxResults: at most 100, is 101",
    );
  });

  it("stops counting after ten problems", () => {
    const ids = Array.from({ length: 50 }, () => "");
    const { input } = connectModel.SearchContacts;
    assert.equal(problemsOf(input, { SearchCriteria: { AgentIds: ids } }).length, 10);
  });

  it("lets members that the model does not know pass", () => {
    assert.deepEqual(problemsOf(connectModel.ListInstances.input, { Later: "addition" }), []);
  });
});
