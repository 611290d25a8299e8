import { l10n } from "vscode";
import type { ContactSummary } from "../domain/contact";
import type { Failure } from "../domain/failure";
import type { Absence, DamagedTranscript } from "../domain/transcript";
import { failureLine } from "./failures";
import { megabytes } from "./sizes";
import { duration } from "./times";

/** Why a part of a conversation is missing, and what can be done. */
export interface AbsenceText {
  readonly title: string;
  readonly text: string;
  /** `info` where nothing is wrong: it only takes time. */
  readonly tone: "info" | "warning";
  /** Whether reading it again may help. */
  readonly mayCome: boolean;
}

const damages: Readonly<Record<DamagedTranscript["reason"], () => string>> = {
  empty: () => l10n.t("Its file in S3 is empty."),
  notJson: () => l10n.t("Its file in S3 is not JSON."),
  notATranscript: () => l10n.t("Its file in S3 is JSON, but not a chat transcript."),
};

const lost = (title: string, text: string): AbsenceText => ({
  title,
  text,
  tone: "warning",
  mayCome: false,
});

const later = (title: string, text: string, tone: AbsenceText["tone"] = "info"): AbsenceText => ({
  title,
  text,
  tone,
  mayCome: true,
});

function notWrittenYet(endedAt: number | undefined): AbsenceText {
  const usually = l10n.t("It usually comes one to two minutes after the end of the chat.");
  return later(
    l10n.t("Transcript not written yet"),
    // The Sandbox's clock may be ahead of the real time.
    endedAt === undefined || endedAt > Date.now()
      ? usually
      : `${usually} ${l10n.t("That was {0} ago.", duration(Date.now() - endedAt))}`,
  );
}

function active(failure: Failure | undefined): AbsenceText {
  const why =
    failure === undefined
      ? l10n.t(
          "Contact Lens has nothing of it, usually because the flow does not switch it on for chats.",
        )
      : l10n.t("Contact Lens could not be asked: {0}", failureLine(failure));
  const then = l10n.t("Its transcript is written after its end, usually one to two minutes later.");
  return later(l10n.t("This chat is still active"), `${why} ${then}`);
}

/** Every reason has its own words: design §3, the panel says at its place why a part is missing. */
export function absenceText(
  absence: Absence,
  { endedAt }: Pick<ContactSummary, "endedAt"> = {},
): AbsenceText {
  switch (absence.kind) {
    case "active":
      return active(absence.failure);
    case "notWrittenYet":
      return notWrittenYet(endedAt);
    case "missing":
      return missing(absence.bucket, absence.key);
    case "deleted":
      return deleted(absence.reason);
    case "tooLarge":
      return lost(
        l10n.t("Transcript larger than 5 MB"),
        l10n.t(
          "It has {0} MB. The service brings back transcripts of at most 5 MB.",
          megabytes(absence.bytes),
        ),
      );
    case "noStorage":
      return lost(
        l10n.t("This instance stores no chat transcripts"),
        l10n.t(
          "Without a storage configuration for chat transcripts nothing can be read or brought back. Set one in the instance's data storage.",
        ),
      );
    case "notRedacted":
      return lost(
        l10n.t("Not redacted by Contact Lens"),
        l10n.t("Contact Lens stored no redacted transcript of this contact, so it is left out."),
      );
    case "damaged":
      return lost(l10n.t("Transcript damaged"), damages[absence.reason]());
    default:
      return later(l10n.t("Transcript could not be read"), failureLine(absence.failure), "warning");
  }
}

const deleted = (reason: string | undefined): AbsenceText =>
  lost(
    l10n.t("Transcript deleted"),
    reason === undefined
      ? l10n.t("It was deleted, so nobody can read it any more.")
      : l10n.t("It was deleted, so nobody can read it any more. Reason: {0}", reason),
  );

function missing(bucket: string | undefined, key: string | undefined): AbsenceText {
  const where =
    bucket === undefined || key === undefined
      ? ""
      : ` ${l10n.t("Looked for s3://{0}", `${bucket}/${key}`)}`;
  return later(
    l10n.t("No transcript found"),
    `${l10n.t("The chat has ended, but there is no file: it was never stored, or it was moved or removed.")}${where}`,
    "warning",
  );
}
