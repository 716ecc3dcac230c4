import { services, type Service } from "../api/services";
import { roleName } from "../session/roles";

/** The district has chains of its own, of accounts, townships, holidays and signing keys; a township has one in every service. */
export const servicesFor = (roles: readonly string[]): readonly Service[] =>
  roles.includes("townshipAdministrator") || roles.includes("leader") ? services : ["scoring", "gateway"];

const system = "system";

export const authorName = (who: string): string => (who === system ? "系统" : who);

export const dutyName = (duty: string): string => (duty === system ? "系统" : roleName(duty));

const kinds: Record<string, string> = {
  subject: "被评对象",
  event: "加减分事项",
  cycle: "考核周期",
  scheme: "方案",
  calculation: "计算",
  import: "导入",
  audit: "审计记录",
  campaign: "测评",
  ticket: "工单",
  sheet: "发放表",
  account: "账号",
  township: "街镇",
  calendar: "节假日安排",
  signingKey: "签名密钥",
};

/** On what something was done: `ticket:20240601` is 工单 20240601. */
export function subjectParts(subject: string): { kind: string; id: string } {
  const colon = subject.indexOf(":");
  const kind = subject.slice(0, Math.max(colon, 0));
  return { kind: kinds[kind] ?? kind, id: subject.slice(colon + 1) };
}

const fields: Record<string, string> = {
  item: "考核项目",
  department: "部门",
  departments: "部门",
  campaigns: "测评活动",
  period: "期次",
  value: "分值",
  state: "状态",
  subject: "被评对象",
  rule: "规则",
  level: "级别",
  points: "分值",
  count: "次数",
  waiver: "免责比例",
  date: "日期",
  scheme: "方案",
  version: "版本",
  year: "年度",
  digest: "校验码",
  result: "结果序号",
  number: "序号",
  publications: "公示次数",
  publication: "公示次数",
  askedBy: "发起人",
  code: "原因代码",
  problems: "问题数",
  kind: "种类",
  file: "文件",
  hash: "文件校验码",
  rows: "行数",
  counts: "各类行数",
  area: "居民区",
  links: "链接数",
  channel: "渠道",
  wave: "轮次",
  ground: "剔除理由",
  by: "归属方式",
  lines: "明细数",
  withoutAmount: "未定金额数",
  name: "名称",
  role: "角色",
  notice: "文号",
  holidays: "放假段数",
  workingDays: "调休上班天数",
  fingerprint: "指纹",
  manifest: "清单校验值",
};

export const fieldName = (field: string): string => fields[field] ?? field;

/** A value of a record, in one line. */
export function valueText(field: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (field === "role" && typeof value === "string") return roleName(value);
  if (Array.isArray(value)) return value.map((one) => valueText("", one)).join("、");
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([name, inner]) => `${name} ${valueText(name, inner)}`)
      .join("，");
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

export interface FieldChange {
  field: string;
  before: string;
  after: string;
  differs: boolean;
}

/** The fields that a record knows, before and after, next to each other. */
export function changesOf(before: unknown, after: unknown): FieldChange[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].map((field) => {
    const [left, right] = [valueText(field, was[field]), valueText(field, is[field])];
    return { field, before: left, after: right, differs: left !== right };
  });
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
