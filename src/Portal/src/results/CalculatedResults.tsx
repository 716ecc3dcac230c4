import type { UseQueryResult } from "@tanstack/react-query";
import { Alert, Card, Skeleton, Statistic, Tabs, Tooltip, Typography } from "antd";
import { lazy, Suspense } from "react";
import type { ResultView } from "../api/shapes";
import { points } from "../display/numbers";
import { Trouble } from "../display/Trouble";
import { FindingsList } from "./FindingsList";
import { ResultsTable } from "./ResultsTable";
import { areaRow, staffRow } from "./rows";

const GradeDistribution = lazy(() => import("./GradeDistribution"));

export function CalculatedResults(props: {
  cycle: string;
  explained: boolean;
  compared: boolean;
  results: UseQueryResult<ResultView>;
}) {
  const { data, isPending, isError, error, refetch } = props.results;
  if (isPending) return <Skeleton active paragraph={{ rows: 12 }} />;
  if (isError) return <Trouble error={error} retry={() => void refetch()} />;
  const names = new Map([...data.areas, ...data.staff].map((subject) => [subject.id, subject.name]));
  return (
    <div className="stack">
      {data.outdated && data.state !== "published" && (
        <Alert type="warning" showIcon title="核算之后数据又有变化，以下结果需重新核算。" />
      )}
      {props.compared && <Summary results={data} />}
      <Card>
        <Tabs
          items={[
            {
              key: "areas",
              label: `居民区（${data.areas.length}）`,
              children: (
                <ResultsTable
                  rows={data.areas.map(areaRow)}
                  items={data.items}
                  explained={props.explained ? (id) => `/results/${props.cycle}/${encodeURIComponent(id)}` : undefined}
                />
              ),
            },
            ...(data.staff.length > 0
              ? [
                  {
                    key: "staff",
                    label: `人员（${data.staff.length}）`,
                    children: (
                      <ResultsTable
                        rows={data.staff.map((person) => staffRow(person, (area) => names.get(area) ?? area))}
                        items={data.items}
                        person
                      />
                    ),
                  },
                ]
              : []),
            {
              key: "findings",
              label: <span data-testid="findings-tab">需关注事项（{data.findings.length}）</span>,
              children: <FindingsList findings={data.findings} names={names} />,
            },
          ]}
        />
      </Card>
    </div>
  );
}

/** 概况: figures over all areas, and how their totals are spread. */
function Summary({ results: data }: { results: ResultView }) {
  const totals = data.areas.map((area) => area.total).filter((total) => total !== null);
  return (
    <div className="summary">
      <Card className="figures">
        <Statistic title="考核对象" value={data.areas.length} suffix="个" />
        <Statistic
          title="平均总分"
          value={points(totals.length > 0 ? totals.reduce((sum, total) => sum + total, 0) / totals.length : null)}
        />
        <Statistic title="最高 / 最低" value={totals.length > 0 ? `${points(Math.max(...totals))} / ${points(Math.min(...totals))}` : "—"} />
        <Statistic title="需关注事项" value={data.findings.length} suffix="项" />
        {data.digest && (
          <Tooltip title="同一方案、同样的事实，任何时候重算都得到同一摘要。">
            <div className="digest">
              校验码{" "}
              <Typography.Text code copyable={{ text: data.digest }}>
                {data.digest.slice(0, 16)}
              </Typography.Text>
            </div>
          </Tooltip>
        )}
      </Card>
      <Card title="总分分布" className="distribution">
        <Suspense fallback={<Skeleton active />}>
          <GradeDistribution rows={data.areas} />
        </Suspense>
      </Card>
    </div>
  );
}
