/** Every command, once: registration, the table of handlers and the manifest's test are held to this list. */
export const commandNames = [
  "contactChains.continuePastChat",
  "contactChains.openTranscript",
  "contactChains.waitForTranscript",
  "contactChains.exportTranscript",
  "contactChains.openAsDocument",
  "contactChains.openRawTranscript",
  "contactChains.compareTranscripts",
  "contactChains.goToContact",
  "contactChains.clearFound",
  "contactChains.filterChats",
  "contactChains.clearFilter",
  "contactChains.copyContactId",
  "contactChains.showContactRecord",
  "contactChains.showAttributes",
  "contactChains.showReferences",
  "contactChains.showStorageConfiguration",
  "contactChains.openInAmazonConnect",
  "contactChains.copyContactArn",
  "contactChains.copyContactLink",
  "contactChains.copyCliCommand",
  "contactChains.refresh",
  "contactChains.loadMore",
  "contactChains.startSandbox",
  "contactChains.stopSandbox",
  "contactChains.resetSandbox",
  "contactChains.addConnection",
  "contactChains.editConnection",
  "contactChains.removeConnection",
  "contactChains.moveConnectionUp",
  "contactChains.moveConnectionDown",
  "contactChains.signIn",
  "contactChains.copyIamStatement",
  "contactChains.openAwsConfig",
  "contactChains.showMenu",
  "contactChains.copyDeepLink",
  "contactChains.showLog",
] as const;

export type CommandName = (typeof commandNames)[number];

/** Of the addresses of documents that show records. */
export const recordScheme = "contact-chains";
