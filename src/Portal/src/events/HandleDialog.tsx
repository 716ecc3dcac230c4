import { Alert, App, Checkbox, Form, Input, InputNumber, Modal, Select } from "antd";
import type { EventForm, EventView } from "../api/shapes";
import { asProblem } from "../api/problem";
import { LoadFailure } from "../display/LoadFailure";
import { type Hand, presumptions } from "./duties";
import { useEventAction } from "./queries";
import { capWords, subjectNames, worthWords } from "./words";

const words: Record<Hand, { title: string; about: string; done: string }> = {
  check: {
    title: "核实",
    about: "核实后转牵头办公室核准，核准后计入成绩。不属实的请关闭后逐条“不予通过”。",
    done: "已核实，待牵头办公室核准",
  },
  approve: { title: "核准", about: "核准后计入成绩，已算出的结果须重新计算。", done: "已核准，计入下一次计算" },
};

interface Values {
  presumed: string[];
  level?: string;
  points?: number | null;
  remarks?: string;
}

/** 核实、核准: what the rules presume is ticked, what of each cap is used is said; a single one's level or points are put right. */
export function HandleDialog(props: {
  cycle: string;
  form: EventForm;
  hand: Hand;
  events: readonly EventView[];
  open: boolean;
  close: () => void;
  done: () => void;
}) {
  const { events, hand, form } = props;
  const [fields] = Form.useForm<Values>();
  const act = useEventAction(props.cycle);
  const { message } = App.useApp();
  const nameOf = subjectNames(form);
  const presumed = presumptions(events, form, hand);
  const single = hand === "check" && events.length === 1 ? events[0] : undefined;
  const rule = form.rules.find((one) => one.id === single?.rule);
  const level = Form.useWatch("level", fields);
  const points = Form.useWatch("points", fields);
  const differs =
    single !== undefined &&
    ((level !== undefined && level !== single.level) || (typeof points === "number" && points !== single.points));
  const run = (values: Values) => {
    const confirmed = presumed.length > 0;
    act.mutate(
      hand === "check"
        ? {
            kind: "check",
            events: events.map((one) => ({
              number: one.id,
              version: one.version,
              confirmed,
              level: (single && values.level) || null,
              points: (single && values.points) ?? null,
              remarks: values.remarks?.trim() || null,
            })),
          }
        : {
            kind: "approve",
            events: events.map((one) => ({ number: one.id, version: one.version, confirmed })),
          },
      {
        onSuccess: () => {
          props.close();
          props.done();
          void message.success(`${events.length} 条${words[hand].done}`);
        },
      },
    );
  };
  return (
    <Modal
      title={`${words[hand].title} ${events.length} 条事项`}
      open={props.open}
      okText={words[hand].title}
      cancelText="再看看"
      confirmLoading={act.isPending}
      okButtonProps={{ "data-testid": `${hand}-confirm` }}
      onOk={() => fields.submit()}
      onCancel={props.close}
      afterClose={() => act.reset()}
      width="min(720px, 100vw)"
      destroyOnHidden
    >
      <p>{words[hand].about}</p>
      {act.isError && <Refusal error={act.error} />}
      <ul className="handled-events">
        {events.map((one) => {
          const known = form.rules.find((other) => other.id === one.rule);
          return (
            <li key={one.id}>
              <div>
                <strong>
                  {nameOf(one.subject)}：{known?.title ?? one.rule}
                </strong>
                ，{[worthWords(one, known), one.date].filter(Boolean).join("，")}
              </div>
              {one.evidence && <div className="quiet event-text">{one.evidence}</div>}
              {one.caps.map((cap) => (
                <div key={cap.title + cap.events} className="event-cap" data-testid={`cap-${one.id}`}>
                  {capWords(cap)}
                </div>
              ))}
            </li>
          );
        })}
      </ul>
      <Form<Values>
        form={fields}
        layout="vertical"
        preserve={false}
        onFinish={run}
        initialValues={{ presumed: [], level: single?.level ?? undefined, points: single?.points ?? undefined }}
      >
        {rule && rule.levels.length > 0 && (
          <Form.Item name="level" label="级别（有误的在此更正）">
            <Select
              data-testid="check-level"
              options={rule.levels.map((one) => ({ value: one.id, label: one.title }))}
            />
          </Form.Item>
        )}
        {rule && rule.least !== null && rule.most !== null && (
          <Form.Item name="points" label={`分值（${rule.least} 至 ${rule.most}，有误的在此更正）`}>
            <InputNumber min={rule.least} max={rule.most} className="event-number" data-testid="check-points" />
          </Form.Item>
        )}
        {hand === "check" && (
          <Form.Item
            name="remarks"
            label="核实意见"
            rules={[{ required: differs, whitespace: true, message: "更正级别或分值的，请注明理由" }]}
          >
            <Input.TextArea maxLength={500} autoSize data-testid="check-remarks" />
          </Form.Item>
        )}
        {presumed.length > 0 && (
          <Form.Item
            name="presumed"
            label="计入的前提"
            rules={[
              {
                validator: (_, ticked: string[]) =>
                  ticked.length === presumed.length
                    ? Promise.resolve()
                    : Promise.reject(new Error("请核对属实并逐项确认；不属实的，不予通过")),
              },
            ]}
          >
            <Checkbox.Group
              className="presumptions"
              options={presumed.map((one) => ({
                value: one.rule,
                label: <span data-testid={`presume-${one.rule}`}>{`${one.rule}：${one.words}，核对属实`}</span>,
              }))}
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

/** Which of the events stand in the way. */
function Refusal({ error }: { error: unknown }) {
  const { places, detail } = asProblem(error);
  return places.length === 0 ? (
    <LoadFailure title="没有办理" error={error} />
  ) : (
    <Alert
      type="error"
      showIcon
      className="gap-below"
      title={detail}
      description={
        <ul className="places" data-testid="handle-problems">
          {places.map((place, at) => (
            <li key={at}>{place.message}</li>
          ))}
        </ul>
      }
    />
  );
}
