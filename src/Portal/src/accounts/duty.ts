import type { AccountLine, Campaign, CycleView } from "../api/shapes";
import { waveWord } from "../campaigns/words";

type Duty = Pick<AccountLine, "departments" | "campaigns" | "area">;

/** 职责范围 in a line; nothing where the role alone says it. */
export function dutyText(duty: Duty): string {
  if (duty.departments.length > 0) return duty.departments.join("、");
  if (duty.campaigns.length > 0) return `${duty.campaigns.length} 个测评活动`;
  return duty.area ?? "";
}

/** A campaign as one chooses it: the same title comes again each year and wave. */
export function campaignLabel(campaign: Pick<Campaign, "title" | "wave" | "cycle" | "state">, cycles: readonly CycleView[]): string {
  const wave = campaign.wave ? waveWord(campaign.wave) : "";
  const year = cycles.find((cycle) => cycle.id === campaign.cycle)?.year;
  return [
    year ? `${year} 年` : "",
    campaign.title,
    wave && !campaign.title.includes(wave) ? `（${wave}）` : "",
    campaign.state === "open" ? "" : "（已截止）",
  ].join("");
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isCampaignId = (text: string): boolean => guid.test(text.trim());
