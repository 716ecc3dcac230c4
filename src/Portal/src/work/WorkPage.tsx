import { Alert, Button, Card, Empty, Skeleton } from "antd";
import { Link } from "react-router";
import { asProblem } from "../api/problem";
import type { WorkItem } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { PageHead } from "../display/PageHead";
import { groupsOf, todayInChina, type Group, type Span } from "./groups";
import { useWork } from "./queries";
import { dueWords } from "./words";
import "./work.css";

/** 待办: what waits for the signed-in person, of all services in one list. */
export default function WorkPage() {
  const work = useWork();
  const groups = groupsOf(work.items, todayInChina(work.askedAt));
  const nothingKnown = work.missing.length > 0 && groups.length === 0;
  return (
    <>
      <PageHead title="待办" about="等候您办理的事项和期限；办结的自动消失，不论由谁、在哪里办结。" />
      <div className="stack">
        {nothingKnown ? (
          <LoadFailure
            title={`以下待办暂时取不到：${work.missing.join("、")}`}
            error={work.error}
            retry={work.retry}
          />
        ) : (
          work.missing.length > 0 && (
            <Alert
              type="warning"
              showIcon
              role="alert"
              data-testid="work-missing"
              title={`以下待办暂时取不到：${work.missing.join("、")}`}
              description={asProblem(work.error).detail}
              action={
                <Button size="small" onClick={work.retry}>
                  重试
                </Button>
              }
            />
          )
        )}
        {work.pending && (
          <Card>
            <Skeleton active paragraph={{ rows: 6 }} />
          </Card>
        )}
        {!work.pending && work.missing.length === 0 && groups.length === 0 && (
          <Card>
            <Empty data-testid="no-work" description="没有等候您办理的事项。" />
          </Card>
        )}
        {groups.map((group) => (
          <Entries key={group.span} group={group} />
        ))}
      </div>
    </>
  );
}

function Entries({ group }: { group: Group }) {
  return (
    <Card
      size="small"
      className={`work-group work-${group.span}`}
      title={`${group.title}（${group.items.length}）`}
      data-testid={`work-${group.span}`}
    >
      <ul className="work-list">
        {group.items.map((item) => (
          <li key={`${item.kind} ${item.link} ${item.subject ?? ""}`}>
            <Entry item={item} span={group.span} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Entry({ item, span }: { item: WorkItem; span: Span }) {
  const due = dueWords(item.due, span);
  return (
    <Link to={item.link} className="work-entry" data-testid={`work-item-${item.kind}`}>
      <span className="work-what">
        <span className="work-title">{item.title}</span>
        <span className="work-about">{item.about}</span>
      </span>
      <span className="work-figures">
        {Number(item.count) > 1 && <span className="numbers">{Number(item.count).toLocaleString("zh-CN")} 项</span>}
        {due && <span className="work-due numbers">{due}</span>}
      </span>
    </Link>
  );
}
