import { Alert, App, Button, Checkbox, DatePicker, Form, Input, InputNumber, Modal, Select } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import type { EventForm, EventFormRule, EventView } from "../api/shapes";
import { asProblem } from "../api/problem";
import { LoadFailure } from "../display/LoadFailure";
import { FilePicker } from "../files/FilePicker";
import { useMe } from "../session/session";
import { rulesToApplyFor } from "./duties";
import { applicantsOf, asked, type EventValues, fieldsOf, valuesOf } from "./fields";
import { useEventAction, useRisks } from "./queries";

/** 申报、更正: asks only for what the rule needs. */
export function ApplyDialog(props: {
  cycle: string;
  form: EventForm;
  /** The event that is corrected; nothing for a new one. */
  event?: EventView | undefined;
  open: boolean;
  close: () => void;
}) {
  const { event } = props;
  return (
    <Modal
      title={event ? `更正事项 ${event.id}` : "申报加减分事项"}
      open={props.open}
      onCancel={props.close}
      footer={null}
      width="min(760px, 100vw)"
      destroyOnHidden
    >
      <ApplyForm {...props} />
    </Modal>
  );
}

function ApplyForm({ cycle, form, event, close }: { cycle: string; form: EventForm; event?: EventView | undefined; close: () => void }) {
  const [fields] = Form.useForm<EventValues>();
  const [files, setFiles] = useState<readonly string[]>(event?.files ?? []);
  const act = useEventAction(cycle);
  const me = useMe();
  const { message } = App.useApp();
  const rules = rulesToApplyFor(form);
  const chosen = Form.useWatch("rule", fields) ?? event?.rule ?? (rules.length === 1 ? rules[0]!.id : undefined);
  const subjectId = Form.useWatch("subject", fields) ?? event?.subject;
  const rule = form.rules.find((one) => one.id === chosen);
  const subject = form.subjects.find((one) => one.id === subjectId);
  const isOffice = me.roles.includes("townshipAdministrator");
  const area = me.duties.find((duty) => duty.role === "area")?.area ?? null;
  const applicants = rule ? applicantsOf(rule, subject, form, { isOffice, area }) : [];
  const submit = (values: EventValues) => {
    if (!rule) return;
    const applicant = applicants.length === 1 ? applicants[0]!.value : (values.applicant ?? null);
    const body = asked(values, rule, files, applicant);
    act.mutate(
      event
        ? { kind: "correct", number: event.id, version: event.version, asked: { ...body, reason: values.reason?.trim() ?? "" } }
        : { kind: "apply", asked: { ...body, id: null } },
      {
        onSuccess: () => {
          close();
          void message.success(doneWords(rule, body.confirmed ?? false));
        },
        onError: (error) => {
          const at = asProblem(error).places.filter((place) => place.column);
          fields.setFields(at.map((place) => ({ name: place.column as keyof EventValues, errors: [place.message] })));
        },
      },
    );
  };
  return (
    <Form<EventValues>
      form={fields}
      layout="vertical"
      onFinish={submit}
      scrollToFirstError
      initialValues={event ? valuesOf(event) : { date: dayjs(), ...(rules.length === 1 && { rule: rules[0]!.id }) }}
    >
      {act.isError && <LoadFailure title={event ? "没有更正" : "没有申报"} error={act.error} />}
      <Form.Item name="rule" label="事项" rules={[{ required: true, message: "请选择事项" }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          data-testid="event-rule"
          options={rules.map((one) => ({ value: one.id, label: one.title }))}
        />
      </Form.Item>
      {rule && (
        <Alert
          type="info"
          className="gap-below"
          title={wayWords(rule)}
          description={`${rule.clause}“${rule.quote ?? ""}”`}
        />
      )}
      <Form.Item name="subject" label="对象" rules={[{ required: true, message: "请选择居民区或工作人员" }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          data-testid="event-subject"
          options={[
            { label: "居民区", options: form.subjects.filter((one) => one.isArea).map(choice) },
            { label: "工作人员", options: form.subjects.filter((one) => !one.isArea).map(choice) },
          ].filter((group) => group.options.length > 0)}
        />
      </Form.Item>
      {applicants.length > 1 && (
        <Form.Item name="applicant" label="申报单位" rules={[{ required: true, message: "请选择以谁的名义申报" }]}>
          <Select showSearch={{ optionFilterProp: "label" }} data-testid="event-applicant" options={applicants} />
        </Form.Item>
      )}
      <Form.Item name="date" label="发生日期" rules={[{ required: true, message: "请选择日期" }]}>
        <DatePicker allowClear={false} data-testid="event-date" />
      </Form.Item>
      {rule && <RuleFields cycle={cycle} form={form} rule={rule} subject={subjectId} />}
      <Form.Item name="evidence" label="依据" extra="如表彰文件的名称和文号。">
        <Input.TextArea maxLength={500} showCount autoSize data-testid="event-evidence" />
      </Form.Item>
      <Form.Item label="佐证文件">
        <FilePicker
          cycle={cycle}
          label="加减分事项"
          value={files}
          saved={event?.files ?? []}
          disabled={false}
          onChange={(change) => setFiles(change)}
          testId="event-files"
        />
      </Form.Item>
      {event && (
        <Form.Item name="reason" label="更正理由" rules={[{ required: true, whitespace: true, message: "请写明理由" }]}>
          <Input.TextArea maxLength={500} autoSize data-testid="event-reason" />
        </Form.Item>
      )}
      <Submit label={event ? "提交更正" : rule?.byTheOffice ? "登记" : "申报"} busy={act.isPending} close={close} />
    </Form>
  );
}

function RuleFields(props: { cycle: string; form: EventForm; rule: EventFormRule; subject: string | undefined }) {
  const { rule, form } = props;
  const fields = fieldsOf(rule);
  const waiver = Form.useWatch<number | undefined>("waiver");
  const risks = useRisks(props.cycle, fields.has("risk"));
  const ownRisks = (risks.data ?? []).filter(
    (risk) => risk.state === "approved" && risk.rule === rule.id && risk.subject === props.subject,
  );
  return (
    <>
      {fields.has("level") && (
        <Form.Item name="level" label="级别" rules={[{ required: true, message: "请选择级别" }]}>
          <Select
            data-testid="event-level"
            options={rule.levels.map((one) => ({
              value: one.id,
              label: one.points > 0 ? `${one.title}（${one.points} 分）` : one.title,
            }))}
          />
        </Form.Item>
      )}
      {fields.has("points") && (
        <Form.Item
          name="points"
          label={`分值（${rule.least} 至 ${rule.most}）`}
          rules={[{ required: true, message: "请填写分值" }]}
        >
          <InputNumber min={rule.least ?? 0} max={rule.most ?? 0} className="event-number" data-testid="event-points" />
        </Form.Item>
      )}
      {fields.has("item") && (
        <Form.Item name="item" label="计 0 分的项目" rules={[{ required: true, message: "请选择项目" }]}>
          <Select
            showSearch
            data-testid="event-item"
            options={form.items.map((id) => ({ value: id, label: id }))}
          />
        </Form.Item>
      )}
      {fields.has("count") && (
        <Form.Item name="count" label="次数" extra="不填的按一次。">
          <InputNumber min={1} precision={0} className="event-number" data-testid="event-count" />
        </Form.Item>
      )}
      {fields.has("work") && (
        <Form.Item name="work" label="工作" extra="同一工作只计最高的一次，请写同样的名称。">
          <Input maxLength={128} data-testid="event-work" />
        </Form.Item>
      )}
      {fields.has("award") && (
        <>
          <Form.Item name="award" label="荣誉" extra="几个主体获得同一荣誉的，请写同样的名称。">
            <Input maxLength={128} data-testid="event-award" />
          </Form.Item>
          <Form.Item name="holder" label="获奖主体">
            <Input maxLength={128} data-testid="event-holder" />
          </Form.Item>
        </>
      )}
      {fields.has("waiver") && (
        <Form.Item name="waiver" label="免责比例" extra="事前报过改革风险备案并获批准的，可以免责。">
          <Select
            allowClear
            placeholder="不免责"
            data-testid="event-waiver"
            options={rule.waivers.map((share) => ({ value: share, label: `${share * 100}%` }))}
          />
        </Form.Item>
      )}
      {fields.has("risk") && waiver ? (
        <Form.Item name="risk" label="风险备案" rules={[{ required: true, message: "请选择风险备案" }]}>
          <Select
            data-testid="event-risk"
            notFoundContent="该对象没有已获批准的备案"
            options={ownRisks.map((risk) => ({ value: risk.number, label: `${risk.number}（${risk.approvedOn} 批准）` }))}
          />
        </Form.Item>
      ) : null}
      {fields.has("confirmed") && (
        <Form.Item name="confirmed" valuePropName="checked" extra="没有确认的，登记后待核准，暂不计入。">
          <Checkbox data-testid="event-confirmed">{`${rule.presumes}，核对属实`}</Checkbox>
        </Form.Item>
      )}
    </>
  );
}

function Submit(props: { label: string; busy: boolean; close: () => void }) {
  return (
    <div className="form-actions">
      <Button onClick={props.close}>取消</Button>
      <Button type="primary" htmlType="submit" loading={props.busy} data-testid="event-submit">
        {props.label}
      </Button>
    </div>
  );
}

const choice = (one: { id: string; name: string }) => ({ value: one.id, label: one.name });

const wayWords = (rule: EventFormRule): string =>
  rule.byTheOffice
    ? "由牵头办公室登记，登记即核准。"
    : `${rule.keptBy === null ? "" : `由${rule.keptBy}核实，`}牵头办公室核准后计入。${rule.presumes === null ? "" : `以“${rule.presumes}”为前提。`}`;

const doneWords = (rule: EventFormRule, confirmed: boolean): string =>
  !rule.byTheOffice
    ? `已申报，待${rule.keptBy === null ? "牵头办公室核准" : `${rule.keptBy}核实`}`
    : rule.presumes === null || confirmed
      ? "已登记，计入下一次计算"
      : "已登记，确认前提后核准";
