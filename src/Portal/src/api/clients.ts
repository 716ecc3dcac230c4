import createClient, { type Middleware } from "openapi-fetch";
import type { paths as GatewayPaths } from "./generated/gateway";
import type { paths as HotlinePaths } from "./generated/hotline";
import type { paths as PayoutPaths } from "./generated/payout";
import type { paths as ScoringPaths } from "./generated/scoring";
import type { paths as SurveyPaths } from "./generated/survey";
import { problemFrom, unreachable } from "./problem";

const refusals: Middleware = {
  onRequest({ request }) {
    // Only our own pages can add this: the gateway's guard against requests that others make a browser send.
    request.headers.set("X-Requested-With", "assessment");
  },
  async onResponse({ response }) {
    if (!response.ok) throw problemFrom(response.status, await response.json().catch(() => null));
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === "AbortError" ? error : unreachable();
  },
};

function client<Paths extends object>() {
  const made = createClient<Paths>({ baseUrl: globalThis.location?.origin ?? "" });
  made.use(refusals);
  return made;
}

export const gateway = client<GatewayPaths>();
export const scoring = client<ScoringPaths>();
export const survey = client<SurveyPaths>();
export const hotline = client<HotlinePaths>();
export const payout = client<PayoutPaths>();
