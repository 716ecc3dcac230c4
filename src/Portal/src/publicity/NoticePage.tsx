import { Alert, Card, Skeleton } from "antd";
import { useParams } from "react-router";
import type { Notice, NoticeGroup } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { PageHead } from "../display/PageHead";
import { useNotice } from "./queries";
import "./publicity.css";

/** 一份公示, for the township's people who are signed in. */
export default function NoticePage() {
  const shown = useNotice(useParams()["notice"]!);
  if (shown.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (shown.isError) return <LoadFailure error={shown.error} retry={() => void shown.refetch()} />;
  const { notice, words } = shown.data;
  return (
    <>
      <PageHead title={notice.title} about={`${notice.signedBy}，${notice.year} 年度`} />
      {words.instead ? (
        <Alert type="info" showIcon title={words.instead.heading} description={words.instead.text} data-testid="notice-closed" />
      ) : (
        <Card data-testid="notice-text">
          <NoticeText {...shown.data} />
        </Card>
      )}
    </>
  );
}

function NoticeText({ notice, words }: Notice) {
  return (
    <article className="notice">
      <p>{words.opening}</p>
      <p>{words.time}</p>
      {notice.groups.map((group) => (
        <GroupTable key={`${group.title} ${group.grade ?? ""}`} group={group} />
      ))}
      {words.objection && <p className="notice-objection">{words.objection}</p>}
      <footer>
        <div>{notice.signedBy}</div>
        <div>{words.posted}</div>
      </footer>
    </article>
  );
}

function GroupTable({ group }: { group: NoticeGroup }) {
  const ranked = group.lines.some((line) => line.rank !== null);
  const counted = group.lines.some((line) => line.total !== null);
  const placed = group.lines.some((line) => line.grade !== null || line.tier !== null);
  return (
    <table>
      <caption>
        {group.grade === null ? group.title : `${group.title}：${group.grade}`}（{group.lines.length}
        {group.isOfPeople ? "人" : "个"}）
      </caption>
      <thead>
        <tr>
          {ranked && <th scope="col">名次</th>}
          <th scope="col">{group.isOfPeople ? "姓名" : "名称"}</th>
          {group.isOfPeople && <th scope="col">所在居民区</th>}
          {counted && <th scope="col">总分</th>}
          {placed && <th scope="col">等次</th>}
        </tr>
      </thead>
      <tbody>
        {group.lines.map((line, at) => (
          <tr key={at}>
            {ranked && <td>{line.rank ?? "—"}</td>}
            <td>{line.name}</td>
            {group.isOfPeople && <td>{line.area}</td>}
            {counted && <td>{line.total ?? "—"}</td>}
            {placed && <td>{line.grade ?? line.tier ?? "—"}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
