import { Button, Table, Tag } from "antd";
import type { EventForm, EventView } from "../api/shapes";
import { paged } from "../display/paging";
import { rowLink } from "../display/rowLink";
import { applicantWords, stageWords, subjectNames, waitsFor, worthWords } from "./words";

/** Events in rows; a row opens the event. With a selection, several are chosen at once. */
export function EventTable(props: {
  events: readonly EventView[];
  form: EventForm;
  open: (number: string) => void;
  testId: string;
  selection?: { chosen: readonly string[]; choose: (numbers: readonly string[]) => void };
}) {
  const { form, selection } = props;
  const nameOf = subjectNames(form);
  const ruleOf = (one: EventView) => form.rules.find((rule) => rule.id === one.rule);
  return (
    <Table<EventView>
      rowKey="id"
      size="middle"
      data-testid={props.testId}
      scroll={{ x: "max-content" }}
      pagination={paged(30)}
      dataSource={[...props.events]}
      {...(selection && {
        rowSelection: {
          selectedRowKeys: [...selection.chosen],
          onChange: (keys) => selection.choose(keys.map(String)),
          getCheckboxProps: (one: EventView) => ({ "aria-label": `选择事项 ${one.id}` }),
        },
      })}
      onRow={(one) => ({ ...rowLink(() => props.open(one.id), { "data-testid": `event-${one.id}`, "data-stage": one.stage }) })}
      columns={[
        {
          title: "编号",
          dataIndex: "id",
          render: (id: string) => (
            <Button type="link" className="cell-link">
              {id}
            </Button>
          ),
        },
        { title: "办理环节", render: (_, one) => <StageTag event={one} /> },
        { title: "对象", render: (_, one) => nameOf(one.subject) },
        { title: "事项", render: (_, one) => ruleOf(one)?.title ?? one.rule },
        { title: "级别、分值", render: (_, one) => worthWords(one, ruleOf(one)) },
        { title: "日期", dataIndex: "date" },
        { title: "申报单位", render: (_, one) => applicantWords(one, nameOf) },
        { title: "等待", render: (_, one) => waitsFor(one, ruleOf(one)) ?? "" },
      ]}
    />
  );
}

/** The stage, and that another form counts meanwhile. */
export function StageTag({ event }: { event: Pick<EventView, "stage" | "counting"> }) {
  const stage = stageWords[event.stage];
  return (
    <>
      <Tag color={stage.colour}>{stage.title}</Tag>
      {event.stage !== "approved" && event.counting && <Tag color="success">原核准的仍计入</Tag>}
    </>
  );
}
