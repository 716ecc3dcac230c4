import { Link } from "react-router";
import { maySee } from "../session/roles";
import { useMe } from "../session/session";
import "./procedure.css";

const places = [
  { title: "科室评分表", page: "/sheets", at: (cycle: string) => `/sheets?cycle=${cycle}` },
  { title: "加减分事项", page: "/events", at: (cycle: string) => `/events/${cycle}` },
  { title: "热线工单", page: "/tickets", at: (cycle: string) => `/tickets/${cycle}` },
  { title: "满意度测评", page: "/campaigns", at: (cycle: string) => `/campaigns/${cycle}` },
  { title: "名册", page: "/registers", at: (cycle: string) => `/registers?cycle=${cycle}` },
] as const;

/** Where facts are put right: links to the pages that the signed-in person has. */
export function WhereFactsLive({ cycle }: { cycle: string }) {
  const { roles } = useMe();
  return (
    <p className="places-of-facts" data-testid="where-facts-live">
      更正数据：
      {places.map(({ title, page, at }) =>
        maySee(page, roles) ? (
          <Link key={page} to={at(cycle)}>
            {title}
          </Link>
        ) : (
          <span key={page} className="quiet">
            {title}
            {page === "/sheets" ? "（由原评分科室更正）" : "（由街镇管理员更正）"}
          </span>
        ),
      )}
    </p>
  );
}
