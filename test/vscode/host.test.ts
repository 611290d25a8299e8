import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { env, extensions, UIKind, version } from "vscode";

describe("the host", () => {
  it("is at least the VS Code that the manifest asks for", () => {
    const manifest = JSON.parse(
      readFileSync(join(__dirname, "..", "..", "..", "package.json"), "utf8"),
    ) as { readonly engines: { readonly vscode: string } };
    const wanted = manifest.engines.vscode.replace("^", "");
    assert.ok(version.localeCompare(wanted, "en", { numeric: true }) >= 0, version);
  });

  it("has the extension under development", () => {
    assert.ok(extensions.getExtension("contact-chains.contact-chains"));
    assert.ok([UIKind.Desktop, UIKind.Web].includes(env.uiKind));
  });
});
