import type { ChangeAsked, Objection, Standing } from "../api/shapes";
import { isAboutFacts } from "./duties";

/** What upholding the objection changes: the facts that were chosen, or the one grade or tier. */
export function changeOf(asked: {
  objection: Pick<Objection, "matter" | "subject">;
  takenUp: readonly string[];
  /** Grade or tier that is to be decided. */
  place: string | null;
  standing: Pick<Standing, "calculated"> | undefined;
  reason: string;
}): ChangeAsked {
  if (isAboutFacts(asked.objection)) return { takenUp: [...asked.takenUp], grades: [] };
  if (asked.place === null || asked.standing === undefined) return { takenUp: [], grades: [] };
  // Who has no grade is put into tiers.
  const tiered = asked.standing.calculated === null;
  return {
    takenUp: [],
    grades: [
      {
        subject: asked.objection.subject,
        grade: tiered ? null : asked.place,
        tier: tiered ? asked.place : null,
        reason: asked.reason,
      },
    ],
  };
}
