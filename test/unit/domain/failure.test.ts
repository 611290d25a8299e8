import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { buildSync } from "esbuild";
import { Failure } from "../../../src/domain/failure";

describe("Failure", () => {
  it("is a failure in every bundle, although each has its own copy of the class", () => {
    const { outputFiles } = buildSync({
      entryPoints: ["src/domain/failure.ts"],
      bundle: true,
      format: "cjs",
      write: false,
    });
    const bundle = outputFiles[0]?.text ?? "";
    const copy = `(() => { const module = { exports: {} }; ${bundle}; return module.exports; })()`;
    const said = execFileSync(process.execPath, [
      "-p",
      `const a = ${copy}, b = ${copy}; new a.Failure("offline", "X", { name: "n", message: "m" }) instanceof b.Failure`,
    ]);
    assert.equal(String(said).trim(), "true");
  });

  it("is not what only looks like an error", () => {
    for (const value of [new Error("x"), { kind: "offline" }, null, undefined, "Failure"])
      assert.ok(!(value instanceof Failure));
  });
});
