import { Card, Empty, Skeleton, Tag } from "antd";
import { Link } from "react-router";
import { LoadFailure } from "../display/LoadFailure";
import { PageHead } from "../display/PageHead";
import { useMe } from "../session/session";
import { useNotices } from "./queries";
import "./publicity.css";

/** 公示公告: what is publicised or announced in the township today. */
export default function NoticesPage() {
  const me = useMe();
  const notices = useNotices();
  const open = `${location.origin}/notices?township=${me.township?.id ?? ""}`;
  return (
    <>
      <PageHead title="公示公告" about="本街镇正在公示、公布的内容，到期自动结束" />
      {notices.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {notices.isError && <LoadFailure error={notices.error} retry={() => void notices.refetch()} />}
      {notices.data?.length === 0 && (
        <Card>
          <Empty description="目前没有正在公示或者公布的内容。" />
        </Card>
      )}
      <ul className="notice-list">
        {notices.data?.map(({ notice, words }) => (
          <li key={notice.id}>
            <Card>
              <Link to={`/publicity/${notice.id}`} className="notice-link" data-testid="notice">
                {notice.year} 年度{notice.title}
              </Link>
              <div className="quiet">
                <Tag>{notice.isAnnouncement ? "公布" : "公示"}</Tag>
                {notice.signedBy}，{words.time}
              </div>
            </Card>
          </li>
        ))}
      </ul>
      {me.township && (
        <p className="quiet">
          面向社会的公示，任何人不用登录即可查看：<a href={open}>{open}</a>
        </p>
      )}
    </>
  );
}
