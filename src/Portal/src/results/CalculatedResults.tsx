import type { UseQueryResult } from "@tanstack/react-query";
import { Alert, Card, Skeleton, Statistic, Tabs, Tooltip, Typography } from "antd";
import { lazy, Suspense } from "react";
import type { ResultView } from "../api/shapes";
import { none, points } from "../display/numbers";
import { isPinned } from "../cycles/states";
import { LoadFailure } from "../display/LoadFailure";
import { FindingsList } from "./FindingsList";
import { ResultsTable } from "./ResultsTable";
import { areaRow, staffRow } from "./rows";
import "./results.css";

const GradeDistribution = lazy(() => import("./GradeDistribution"));

export function CalculatedResults(props: {
  cycle: string;
  explained: boolean;
  compared: boolean;
  results: UseQueryResult<ResultView>;
}) {
  const { data, isPending, isError, error, refetch } = props.results;
  if (isPending) return <Skeleton active paragraph={{ rows: 12 }} />;
  if (isError) return <LoadFailure error={error} retry={() => void refetch()} />;
  const names = new Map([...data.areas, ...data.staff].map((subject) => [subject.id, subject.name]));
  const explained = props.explained ? (id: string) => `/results/${props.cycle}/${encodeURIComponent(id)}` : undefined;
  // Who is assessed sees the own row alone.
  const classes = data.classes.filter((own) => props.compared || data.staff.some((person) => person.class === own.id));
  return (
    <div className="stack">
      {data.outdated && !isPinned(data.state) && (
        <Alert type="warning" showIcon title="核算之后数据又有变化，以下结果需重新核算。" />
      )}
      {props.compared && <Summary results={data} />}
      <Card>
        <Tabs
          items={[
            ...(data.columns && (props.compared || data.areas.length > 0)
              ? [
                  {
                    key: "areas",
                    label: `居民区（${data.areas.length}）`,
                    children: (
                      <ResultsTable
                        rows={data.areas.map(areaRow)}
                        items={data.items}
                        grades={data.columns.grade}
                        explained={explained}
                      />
                    ),
                  },
                ]
              : []),
            ...classes.map((own) => {
              const people = data.staff.filter((person) => person.class === own.id);
              return {
                key: `staff-${own.id}`,
                label: <span data-testid={`staff-tab-${own.id}`}>{`${own.title}（${people.length}）`}</span>,
                children: (
                  <ResultsTable
                    rows={people.map((person) => staffRow(person, own))}
                    items={own.items}
                    grades={own.hasGrades}
                    testId={`staff-table-${own.id}`}
                    person
                    explained={explained}
                  />
                ),
              };
            }),
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

/** 概况: figures over all who are assessed, areas where the scheme assesses any, and how their totals are spread. */
function Summary({ results: data }: { results: ResultView }) {
  const subjects = data.columns ? data.areas : data.staff;
  const totals = subjects.map((subject) => subject.total).filter((total) => total !== null);
  return (
    <div className="summary">
      <Card className="figures">
        <Statistic title="考核对象" value={subjects.length} suffix={data.columns ? "个" : "人"} />
        <Statistic
          title="平均总分"
          value={points(totals.length > 0 ? totals.reduce((sum, total) => sum + total, 0) / totals.length : null)}
        />
        <Statistic title="最高 / 最低" value={totals.length > 0 ? `${points(Math.max(...totals))} / ${points(Math.min(...totals))}` : none} />
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
      <Card title="总分分布">
        <Suspense fallback={<Skeleton active />}>
          <GradeDistribution rows={subjects} />
        </Suspense>
      </Card>
    </div>
  );
}
