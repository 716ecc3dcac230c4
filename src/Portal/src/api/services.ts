/** The services that answer all that is the same in each: audit logs, work lists. In the order in which they are named everywhere. */
export const services = ["scoring", "survey", "hotline", "payout", "gateway"] as const;

export type Service = (typeof services)[number];

export const serviceNames: Record<Service, string> = {
  scoring: "考核",
  survey: "测评",
  hotline: "热线",
  payout: "发放",
  gateway: "账号",
};

export const isService = (name: string | null): name is Service => services.some((known) => known === name);
