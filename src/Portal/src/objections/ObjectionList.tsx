import { Button, Table, Tag } from "antd";
import type { Objection } from "../api/shapes";
import { none } from "../display/numbers";
import { paged } from "../display/paging";
import { rowLink } from "../display/rowLink";
import { moment } from "../display/times";
import { aboutObjection, dueWords, stageWords } from "./words";

/** What waits first; what is late is marked. */
export function ObjectionList(props: { objections: readonly Objection[]; open: (number: number) => void }) {
  return (
    <Table<Objection>
      rowKey="number"
      size="middle"
      data-testid="objections-table"
      scroll={{ x: "max-content" }}
      pagination={paged(30)}
      dataSource={[...props.objections]}
      onRow={(one) => rowLink(() => props.open(one.number), { "data-testid": `objection-${one.number}` })}
      columns={[
        {
          title: "回执编号",
          dataIndex: "receipt",
          render: (receipt: string) => (
            <Button type="link" className="cell-link">
              {receipt}
            </Button>
          ),
        },
        { title: "办理情况", render: (_, one) => <StageTag objection={one} /> },
        { title: "办理期限", render: (_, one) => <Deadline objection={one} /> },
        { title: "对象", dataIndex: "subjectName" },
        { title: "事由", render: (_, one) => aboutObjection(one) },
        { title: "核查人", dataIndex: "looksInto", render: (who: string | null) => who ?? none },
        { title: "收到时间", dataIndex: "receivedAt", render: moment },
      ]}
    />
  );
}

export function StageTag({ objection }: { objection: Pick<Objection, "stage"> }) {
  const stage = stageWords[objection.stage];
  return <Tag color={stage.colour}>{stage.title}</Tag>;
}

export function Deadline({ objection }: { objection: Pick<Objection, "stage" | "due" | "isLate"> }) {
  return (
    <span className={objection.isLate ? "unmet" : undefined}>
      {dueWords(objection) ?? none}
      {objection.isLate && "（已逾期）"}
    </span>
  );
}
