import type { AreaCoverage, Campaign, Finding } from "../api/shapes";

/**
 * What the last calculation found unmet in each area for this campaign (参评面不足). The scheme says how many are needed,
 * and only the calculation knows the scheme; it names the campaign by channel and wave.
 */
export function unmetByArea(
  findings: readonly Finding[],
  campaign: Pick<Campaign, "channel" | "wave">,
): ReadonlyMap<string, readonly string[]> {
  const name = [campaign.channel, campaign.wave].filter(Boolean).join(".");
  const unmet = new Map<string, string[]>();
  for (const finding of findings) {
    if (finding.code !== "coverage.unmet") continue;
    if (finding.detail !== name && finding.detail !== `${name}.partyMembers`) continue;
    unmet.set(finding.subject, [...(unmet.get(finding.subject) ?? []), finding.message || finding.detail]);
  }
  return unmet;
}

interface CoverageTotal {
  households: number;
  answered: number;
  partyMembers: number;
  reached: number;
}

export const totalOf = (areas: readonly AreaCoverage[]): CoverageTotal => ({
  households: areas.reduce((sum, area) => sum + area.households, 0),
  answered: areas.reduce((sum, area) => sum + area.answered, 0),
  partyMembers: areas.reduce((sum, area) => sum + area.partyMembers, 0),
  reached: areas.filter((area) => area.answered > 0).length,
});
