/** Under which VS Code knows the panels, in the manifest too. */
export const panelType = "contactChains.panel";
