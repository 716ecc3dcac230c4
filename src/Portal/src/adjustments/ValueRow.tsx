import { Button, Form, InputNumber, Select } from "antd";
import { withUnit } from "../display/numbers";
import { rangeWords } from "../sheets/range";
import { type Indicator, keyOf, type Slot } from "./indicators";
import { problemOf, repeated, type Row, slotOf, valueOf } from "./rows";
import type { useSubjects } from "./subjects";

/** Whose indicator, by whom and for when it is observed where the scheme tells that apart, and the value that is to count. */
export function ValueRow(props: {
  at: number;
  label: string;
  subjects: ReturnType<typeof useSubjects>;
  indicatorsOf: (subject: string) => Indicator[];
  loading: boolean;
  remove: (() => void) | undefined;
}) {
  const { at, subjects, indicatorsOf } = props;
  const form = Form.useFormInstance<{ values: Row[] }>();
  const row = Form.useWatch<Row | undefined>(["values", at], form) ?? {};
  const indicators = row.subject ? indicatorsOf(row.subject) : [];
  const slots = indicators.find((one) => one.item === row.item)?.slots ?? [];
  const slot = slotOf(row, indicators);
  const put = (change: Row) => form.setFieldValue(["values", at], { ...row, ...change });
  return (
    <fieldset className="adjusted-row" data-testid={`adjusted-row-${at}`}>
      <legend>{props.label}</legend>
      <Form.Item
        name={[at, "subject"]}
        label="居民区或工作人员"
        rules={[{ required: true, message: "请选择居民区或工作人员" }]}
      >
        <Select
          showSearch={{ optionFilterProp: "label" }}
          placeholder="请选择"
          loading={subjects.isPending}
          options={subjects.options}
          // An indicator of an area is none of a person.
          onChange={(subject: string) => put({ subject, item: undefined, slot: undefined })}
          data-testid={`adjusted-subject-${at}`}
        />
      </Form.Item>
      <Form.Item name={[at, "item"]} label="指标" rules={[{ required: true, message: "请选择指标" }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          placeholder={row.subject ? "请选择" : "先选择居民区或工作人员"}
          disabled={!row.subject}
          loading={props.loading}
          options={indicators.map((one) => ({ value: one.item, label: one.title }))}
          notFoundContent={props.loading ? "正在列出" : "没有可以调整的指标"}
          onChange={(item: string) => put({ item, slot: undefined })}
          data-testid={`adjusted-item-${at}`}
        />
      </Form.Item>
      {slots.length > 1 && (
        <Form.Item name={[at, "slot"]} label="来源、时段" rules={[{ required: true, message: "请选择来源和时段" }]}>
          <Select
            placeholder="请选择"
            options={slots.map((one) => ({ value: keyOf(one), label: one.about || "全年" }))}
            data-testid={`adjusted-slot-${at}`}
          />
        </Form.Item>
      )}
      <Form.Item
        name={[at, "value"]}
        label="调整后的数值"
        extra={slot && hint(slot)}
        rules={[
          {
            required: true,
            validator: (_, value: number | null | undefined) => {
              const rows = form.getFieldValue("values") as Row[];
              const values = rows.map((one) => valueOf(one, indicatorsOf(one.subject ?? "")));
              const problem =
                typeof value !== "number"
                  ? "请填写调整后的数值"
                  : slot && (problemOf({ ...row, value }, indicators) ?? (repeated(values).has(at) ? "上面已经写了这一指标" : null));
              return problem ? Promise.reject(new Error(problem)) : Promise.resolve();
            },
          },
        ]}
      >
        <InputNumber suffix={slot?.unit} className="adjusted-number" data-testid={`adjusted-value-${at}`} />
      </Form.Item>
      {props.remove && (
        <Button onClick={props.remove} aria-label={`删去${props.label}`} className="adjusted-remove">
          删去
        </Button>
      )}
    </fieldset>
  );
}

const hint = ({ now, unit, range }: Slot): string | undefined =>
  [now !== null && `现为 ${withUnit(now, unit)}`, range && rangeWords(range)].filter(Boolean).join("；") || undefined;
