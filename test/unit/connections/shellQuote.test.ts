import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { shellQuote } from "../../../src/connections/shellQuote";

describe("one argument for a shell", () => {
  it("leaves a usual profile name as it is", () => {
    for (const shell of ["/bin/bash", "C:\\WINDOWS\\System32\\cmd.exe", "pwsh"])
      assert.equal(shellQuote("team-dev.eu_1", shell), "team-dev.eu_1");
  });

  it("reaches a real shell's program exactly as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", minLength: 1 }), (name) => {
        const quoted = shellQuote(name, "/bin/sh");
        if (quoted === undefined) return;
        assert.equal(execFileSync("/bin/sh", ["-c", `printf %s ${quoted}`]).toString(), name);
      }),
      { numRuns: 60, examples: [['it\'s; rm -rf $HOME `x` "y"'], ["a b"], ["$(id)"]] },
    );
  });

  it("doubles quotes for PowerShell", () => {
    assert.equal(shellQuote("it's $x", "/usr/bin/pwsh"), "'it''s $x'");
    assert.equal(shellQuote("@team", "C:\\powershell.exe"), "'@team'");
  });

  it("refuses what could be read as something else", () => {
    assert.equal(shellQuote("a\nrm", "/bin/bash"), undefined);
    assert.equal(shellQuote("--endpoint-url=x", "/bin/bash"), undefined);
    assert.equal(shellQuote("a&calc", "C:\\WINDOWS\\System32\\cmd.exe"), undefined);
    assert.equal(shellQuote("%PATH%", "cmd.exe"), undefined);
  });
});
