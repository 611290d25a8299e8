import type { Workbench } from "../../host/workbench";

/** Adds the profile's one instance through the palette. */
export async function addConnection(
  workbench: Workbench,
  profile: string,
  tag: "No tag" | "dev" | "staging" | "prod",
): Promise<void> {
  const { quickInput } = workbench;
  await workbench.runCommand("Contact Chains: Add Connection…");
  await quickInput.pick(profile);
  await quickInput.pick("us-east-1");
  await quickInput.toggle("sandbox");
  await quickInput.accept();
  await quickInput.pick(tag);
  // The Sandbox has the same name but for its capital.
  await workbench.tree.row(/^sandbox us-east-1/);
}

/** Gives the connection at this label another name. */
export async function renameConnection(
  workbench: Workbench,
  from: string,
  to: string,
): Promise<void> {
  await workbench.tree.contextMenu(new RegExp(`^${from} us-east-1`), "Edit Connection…");
  await workbench.quickInput.pick("Name");
  await workbench.quickInput.waitFor(`Rename ${from}`);
  await workbench.quickInput.type(to);
  await workbench.quickInput.accept();
  await workbench.tree.row(to);
}
