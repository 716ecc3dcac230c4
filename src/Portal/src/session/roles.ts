type Role =
  | "district"
  | "townshipAdministrator"
  | "departmentScorer"
  | "leader"
  | "area"
  | "surveyor"
  | "financePreparer"
  | "financeApprover"
  | "ops"
  | "feed";

export const roleNames: Record<Role, string> = {
  district: "区级管理员",
  townshipAdministrator: "街镇管理员",
  departmentScorer: "部门评分",
  leader: "签批领导",
  area: "居民区",
  surveyor: "第三方测评机构",
  financePreparer: "财务编制",
  financeApprover: "财务审核",
  ops: "运维",
  feed: "数据接口",
};

export const roleName = (role: string): string => roleNames[role as Role] ?? role;

/** The pages of the portal and whose they are: what waits first, where one lands after signing in; then in the order of the year's work. */
export const pages = [
  {
    path: "/work",
    title: "待办",
    roles: ["townshipAdministrator", "departmentScorer", "leader", "area", "surveyor", "financePreparer", "financeApprover"],
  },
  { path: "/cycles", title: "考核周期", roles: ["townshipAdministrator", "departmentScorer", "leader"] },
  { path: "/registers", title: "名册", roles: ["townshipAdministrator", "leader"] },
  { path: "/sheets", title: "科室评分表", roles: ["townshipAdministrator", "departmentScorer", "leader"] },
  { path: "/imports", title: "数据导入", roles: ["townshipAdministrator", "financePreparer", "surveyor"] },
  { path: "/campaigns", title: "满意度测评", roles: ["townshipAdministrator", "leader", "surveyor"] },
  { path: "/tickets", title: "热线工单", roles: ["townshipAdministrator"] },
  {
    path: "/results",
    title: "考核结果",
    roles: ["townshipAdministrator", "leader", "area", "financePreparer", "financeApprover"],
    ifAssessed: ["departmentScorer"],
  },
  { path: "/events", title: "加减分事项", roles: ["townshipAdministrator", "departmentScorer", "leader", "area"] },
  { path: "/procedure", title: "办理程序", roles: ["townshipAdministrator", "leader", "area"] },
  {
    path: "/publicity",
    title: "公示公告",
    roles: ["townshipAdministrator", "leader", "departmentScorer", "area", "surveyor", "financePreparer", "financeApprover"],
  },
  {
    path: "/objections",
    title: "异议",
    roles: ["townshipAdministrator", "departmentScorer", "leader", "area"],
    ifAssessed: ["financePreparer", "financeApprover"],
  },
  { path: "/payout", title: "绩效发放", roles: ["townshipAdministrator", "financePreparer", "financeApprover"] },
  { path: "/accounts", title: "账号", roles: ["district", "townshipAdministrator"] },
  { path: "/audit", title: "审计", roles: ["district", "townshipAdministrator", "leader"] },
] as const satisfies readonly Described[];

interface Described {
  path: string;
  title: string;
  roles: readonly Role[];
  /** Roles that have the page only where the person is in the staff register: it is about the own result. */
  ifAssessed?: readonly Role[];
}

type Page = (typeof pages)[number];

/** @param staff The own record in the staff register. */
export const maySee = (path: Page["path"], roles: readonly string[], staff: string | null = null): boolean =>
  pagesFor(roles, staff).some((page) => page.path === path);

export const pagesFor = (roles: readonly string[], staff: string | null = null): Page[] =>
  pages.filter(({ roles: always, ifAssessed = [] }: Described) =>
    [...always, ...(staff === null ? [] : ifAssessed)].some((role) => roles.includes(role)),
  );

const ofTownship: Role[] = [
  "departmentScorer",
  "leader",
  "area",
  "surveyor",
  "financePreparer",
  "financeApprover",
  "feed",
];

/** Roles an account of these roles may open accounts of. */
export const rolesGivenBy = (roles: readonly string[]): Role[] => {
  if (roles.includes("district")) {
    return ["townshipAdministrator", ...ofTownship, "district", "ops"];
  }
  return roles.includes("townshipAdministrator") ? ofTownship : [];
};

/** Nobody keeps the own account; a township's administrator keeps those with lesser duties only. */
export const mayKeep = (
  me: { userName: string; roles: readonly string[] },
  account: { userName: string; duties: readonly { role: string }[] },
): boolean =>
  account.userName !== me.userName &&
  account.duties.every((duty) => rolesGivenBy(me.roles).some((role) => role === duty.role));

/** The departments somebody scores for; those that a leader signs for are another matter. */
export const departmentsScored = (me: { duties: readonly { role: string; departments: readonly string[] }[] }): readonly string[] =>
  me.duties.find((duty) => duty.role === "departmentScorer")?.departments ?? [];

/** Whether somebody signs for the township as a whole; a leader in charge of departments alone does not. */
export const signsForTownship = (me: { duties: readonly { role: string; departments: readonly string[] }[] }): boolean =>
  me.duties.some((duty) => duty.role === "leader" && duty.departments.length === 0);

/** 考核结果: who sees those of all areas, whatever other duties there are; an area alone sees its own. */
export const seesAllResults = (roles: readonly string[]): boolean =>
  ["townshipAdministrator", "leader", "financePreparer", "financeApprover"].some((role) => roles.includes(role));

export const belongsToTownship = (role: string): boolean => role !== "district" && role !== "ops";
