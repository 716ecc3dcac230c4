import type { AccountChange, AskedDuty, Campaign, CycleView, DutyLine } from "../api/shapes";
import { waveWord } from "../campaigns/words";
import type { Column } from "../edits/columns";
import { roleName } from "../session/roles";

/** What a duty is for; nothing where the role alone says it. */
function scopeText(duty: DutyLine): string {
  if (duty.departments.length > 0) return `${duty.role === "leader" ? "分管" : ""}${duty.departments.join("、")}`;
  if (duty.campaigns.length > 0) return `${duty.campaigns.length} 个测评活动`;
  return duty.area ?? "";
}

/** 职责 in words: the role, and what it is for. */
export function dutyText(duty: DutyLine): string {
  const scope = scopeText(duty);
  return scope ? `${roleName(duty.role)}（${scope}）` : roleName(duty.role);
}

export const dutiesText = (duties: readonly DutyLine[]): string => duties.map(dutyText).join("；");

/** The columns of an account's change, for two who have made one. */
export const changeColumns: Column<AccountChange>[] = [
  {
    name: "displayName",
    title: "名称",
    text: (change) => change.displayName?.trim() ?? "",
    take: (into, { displayName }) => ({ ...into, displayName }),
  },
  {
    name: "duties",
    title: "职责",
    text: (change) => dutiesText(heldBy(change)),
    same: (one, other) => JSON.stringify(heldBy(one)) === JSON.stringify(heldBy(other)),
    take: (into, { duties }) => ({ ...into, duties }),
  },
  {
    name: "staff",
    title: "工作人员",
    text: (change) => change.staff ?? "",
    take: (into, { staff }) => ({ ...into, staff: staff ?? null }),
  },
];

/** As they would be held; a row of the form may be empty still. */
const heldBy = (change: AccountChange): DutyLine[] =>
  ((change.duties ?? []) as (Partial<AskedDuty> | undefined)[]).map((duty) => ({
    role: duty?.role ?? "",
    departments: duty?.departments ?? [],
    campaigns: duty?.campaigns ?? [],
    area: duty?.area ?? null,
  }));

/** 数据接口: a program, which has keys instead of a password. */
export const isProgram = (account: { duties: readonly { role: string }[] }): boolean =>
  account.duties.some((duty) => duty.role === "feed");

const alone: Record<string, string> = {
  feed: "数据接口账号不能兼任其他职责",
  district: "区级管理员不能兼任其他职责",
  ops: "运维账号不能兼任其他职责",
  surveyor: "第三方测评机构须保持独立，不能兼任其他职责",
};

/** Why one account may not hold duties of these roles; the service decides, this says it while one chooses. */
export function whyNotTogether(roles: readonly string[]): string | null {
  if (new Set(roles).size < roles.length) return "同一角色只能有一项职责，多个部门请填在同一项中";
  if (roles.length < 2) return null;
  const lonely = roles.find((role) => alone[role]);
  if (lonely) return alone[lonely]!;
  return roles.includes("financePreparer") && roles.includes("financeApprover")
    ? "财务编制与财务审核须由两人分别担任"
    : null;
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
