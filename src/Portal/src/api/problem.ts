/** Where in a file or request something is wrong. */
interface Place {
  code: string;
  message: string;
  line?: number | null;
  column?: string | null;
}

/** An answer that is not the one asked for, in the words of RFC 9457; also used where there is no answer at all. */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly places: readonly Place[] = [],
    /** What is there now, where somebody else was faster. */
    readonly current: unknown = undefined,
  ) {
    super(detail);
  }

  /** Not so a refused attempt to sign in or to come back from the outside provider, though a 401 as well. */
  get meansSignedOut(): boolean {
    return this.status === 401 && ["sign-in-required", "http-401"].includes(this.code);
  }

  /** The session may do nothing until a second factor is enrolled. */
  get meansEnrolFirst(): boolean {
    return this.code === "second-factor-must-be-enrolled";
  }
}

export const unreachable = () =>
  new Problem(0, "unreachable", "无法连接", "连接不到服务器，请检查网络后重试。");

const titles: Record<number, string> = {
  401: "请先登录",
  403: "没有权限",
  404: "未找到",
  409: "当前状态不允许此操作",
  412: "他人已先作更改",
  413: "内容过大",
  422: "内容有误",
  429: "请求过于频繁",
  503: "服务暂不可用",
};

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;

/** Reads a refusal's body; a body that is no problem document still gives a sentence a person can act on. */
export function problemFrom(status: number, body: unknown): Problem {
  const given = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  return new Problem(
    status,
    text(given["code"]) ?? `http-${status}`,
    text(given["title"]) ?? titles[status] ?? (status >= 500 ? "系统错误" : "请求有误"),
    text(given["detail"]) ??
      (status >= 500 ? "系统出现错误，请稍后再试或联系运维人员。" : "请求未被接受，请检查后重试。"),
    Array.isArray(given["problems"]) ? (given["problems"] as Place[]) : [],
    given["current"],
  );
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) return unreachable();
  return new Problem(0, "unexpected", "页面出错", "页面出现意外错误，请刷新后重试。");
}
