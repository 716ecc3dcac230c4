import { Table } from "antd";
import type { ExplanationFact } from "../api/shapes";
import { none, withUnit } from "../display/numbers";
import { paged } from "../display/paging";
import { moment } from "../display/times";

/** 依据: the facts that a step rests on, with who reported them, when, and from what evidence. */
export function FactTable({ facts }: { facts: readonly ExplanationFact[] }) {
  const has = (of: (fact: ExplanationFact) => unknown) => facts.some((fact) => of(fact) !== null && of(fact) !== undefined);
  return (
    <Table<ExplanationFact>
      className="facts"
      size="small"
      rowKey={(fact) => [fact.subject, fact.item, fact.by, fact.period].join("|")}
      dataSource={[...facts]}
      scroll={{ x: "max-content" }}
      pagination={paged(10)}
      columns={[
        { title: "事实", dataIndex: "title", render: (title: string | undefined, fact) => title || fact.item },
        {
          title: "值",
          dataIndex: "value",
          align: "right" as const,
          render: (value: number, fact) => withUnit(value, fact.unit),
        },
        ...(has((fact) => fact.count)
          ? [
              {
                title: "样本、次数",
                key: "count",
                align: "right" as const,
                render: (_: unknown, fact: ExplanationFact) =>
                  fact.eligible ? `${fact.count ?? 0} / ${fact.eligible}` : (fact.count ?? none),
              },
            ]
          : []),
        ...(has((fact) => fact.evidence?.length || null)
          ? [{ title: "凭据", dataIndex: "evidence", render: (evidence?: string[]) => <Evidence of={evidence ?? []} /> }]
          : []),
        ...(has((fact) => fact.reportedBy)
          ? [{ title: "报送人", dataIndex: "reportedBy", render: text }]
          : []),
        ...(has((fact) => fact.reportedAt)
          ? [{ title: "报送时间", dataIndex: "reportedAt", render: moment }]
          : []),
      ]}
    />
  );
}

const text = (value: string | null | undefined) => value ?? none;

/** Ticket numbers and slips; a long list opens on demand. */
function Evidence({ of }: { of: readonly string[] }) {
  if (of.length === 0) return <>{none}</>;
  if (of.length <= 3) return <span className="code">{of.join("、")}</span>;
  return (
    <details className="evidence">
      <summary>
        <span className="code">{of[0]}</span> 等 {of.length} 件
      </summary>
      <span className="code">{of.join("、")}</span>
    </details>
  );
}
