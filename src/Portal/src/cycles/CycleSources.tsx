import { Card, Empty, Progress, Table } from "antd";
import { Link } from "react-router";
import type { CycleProgress } from "../api/shapes";
import { paged } from "../display/paging";
import { maySee } from "../session/roles";
import { useMe } from "../session/session";
import { useAreaNames, useStaffNames } from "./queries";
import { missingOf, sourceLines, scoreLines, type CollectionLine } from "./collection";
import "./cycleSources.css";

/** 数据到位情况: what each source and each department has reported so far, and what is still missing. */
export function CycleSources({ progress }: { progress: CycleProgress }) {
  const me = useMe();
  const more = [
    `加减分事项 ${progress.events} 件`,
    progress.pendingImports > 0 && `${progress.pendingImports} 个导入处理中`,
    progress.lateFacts > 0 && `定稿后又有 ${progress.lateFacts} 条数据变化，已记录，不计入结果`,
  ];
  return (
    <>
      <Card title="各来源数据" extra={maySee("/imports", me.roles) && <Link to={`/imports?cycle=${progress.id}`}>导入数据</Link>}>
        <CollectionTable testId="cycle-sources" heads={["来源", "内容"]} lines={sourceLines(progress)} />
        <p className="quiet">{more.filter(Boolean).join("；")}</p>
      </Card>
      {progress.scores.length > 0 && (
        <Card
          title="部门评分"
          extra={maySee("/sheets", me.roles) && <Link to={`/sheets?cycle=${progress.id}`}>科室评分表</Link>}
        >
          <CollectionTable testId="cycle-scores" heads={["项目", "评分部门"]} lines={scoreLines(progress)} />
        </Card>
      )}
    </>
  );
}

function CollectionTable(props: { testId: string; heads: [string, string]; lines: readonly CollectionLine[] }) {
  const me = useMe();
  const areas = useAreaNames();
  const staff = useStaffNames(me.roles.includes("townshipAdministrator") || me.roles.includes("leader"));
  const nameOf = (id: string) => areas.data?.get(id) ?? staff.data?.get(id) ?? id;
  return (
    <Table<CollectionLine>
      rowKey="key"
      size="middle"
      data-testid={props.testId}
      dataSource={[...props.lines]}
      pagination={paged(30)}
      locale={{ emptyText: <Empty description="方案没有这类数据来源" /> }}
      expandable={{
        rowExpandable: (line) => line.missing.length > 0,
        expandedRowRender: (line) => <p className="missing">尚缺：{missingOf(line, nameOf)}</p>,
        showExpandColumn: props.lines.some((line) => line.missing.length > 0),
      }}
      columns={[
        { title: props.heads[0], dataIndex: "what" },
        { title: props.heads[1], dataIndex: "who" },
        {
          title: "已到 / 应到",
          key: "done",
          width: "34%",
          sorter: (a, b) => a.done / a.expected - b.done / b.expected,
          render: (_, line) => (
            <span className="done">
              <span className="numbers">
                {line.done} / {line.expected}
              </span>
              <Progress
                percent={line.expected > 0 ? (line.done / line.expected) * 100 : 0}
                showInfo={false}
                size="small"
                status={line.done === line.expected ? "success" : "normal"}
                aria-label={`${line.what} ${line.who}`}
              />
            </span>
          ),
        },
      ]}
    />
  );
}
