import type { Adjustment, CycleView, Me } from "../api/shapes";
import { isCancelled, isPinned } from "../cycles/states";
import { signsForTownship } from "../session/roles";

type Caller = Pick<Me, "roles" | "duties">;

const isOffice = ({ roles }: Pick<Me, "roles">): boolean => roles.includes("townshipAdministrator");

/** The office, which proposes, and leaders. */
export const maySeeAdjustments = (roles: readonly string[]): boolean =>
  ["townshipAdministrator", "leader"].some((role) => roles.includes(role));

/** Until a result is pinned, values may take another's place. */
export const admitsAdjustments = (cycle: Pick<CycleView, "state">): boolean =>
  !isPinned(cycle.state) && !isCancelled(cycle.state);

export const mayPropose = (cycle: Pick<CycleView, "state">, me: Caller): boolean =>
  admitsAdjustments(cycle) && isOffice(me);

export const mayWithdraw = (cycle: Pick<CycleView, "state">, one: Pick<Adjustment, "state">, me: Caller): boolean =>
  mayPropose(cycle, me) && one.state === "proposed";

/** Approves or refuses: by who signs for the township as a whole, not by a leader in charge of departments alone. */
export const mayDecide = (cycle: Pick<CycleView, "state">, one: Pick<Adjustment, "state">, me: Caller): boolean =>
  admitsAdjustments(cycle) && one.state === "proposed" && signsForTownship(me);
