import { l10n } from "vscode";
import type { Failure } from "../domain/failure";

/** A 400 of CreatePersistentContactAssociation: which rule gives which of the two names is not documented (domain.md §1.1). */
export const isRefusedAssociation = (failure: Failure): boolean =>
  failure.operation === "CreatePersistentContactAssociation" && failure.kind === "invalidRequest";

export const associationMeaning = (): string =>
  l10n.t(
    "AWS does not document which error stands for which rule, so this is the whole list of what usually leads to it.",
  );

/** Every rule that can be broken, most usual first (domain.md §1.5). */
export const associationCauses = (): readonly string[] => [
  l10n.t("The past chat has not ended yet: an active chat, or its survey, can't be continued."),
  l10n.t(
    "The past chat's transcript is not in S3 yet. It is usually written one to two minutes after the end.",
  ),
  l10n.t(
    "The current chat already continues a past chat. That can be set once per chat, by one way: when it is started, by a flow block, or by this API. Usually that counts for its later contacts as well.",
  ),
  l10n.t("The current chat has ended."),
  l10n.t("A past transcript is larger than 5 MB, was deleted, or its object was renamed or moved."),
  l10n.t(
    "The instance stores no chat transcripts, or has stored them in more than one bucket over time.",
  ),
  l10n.t("One of the two contacts is not a chat, or belongs to another instance."),
  l10n.t("The past contact and the current chat are the same."),
];
