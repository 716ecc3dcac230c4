import { Form, Input, InputNumber, Select } from "antd";
import type { RegisterColumn } from "../api/shapes";
import type { References } from "./words";

/** One column's field of the form; values are texts, as in a file. */
export function ColumnField(props: { column: RegisterColumn; references: References; locked: boolean }) {
  const { column } = props;
  return (
    <Form.Item
      name={["values", column.name]}
      label={column.title}
      extra={column.rule}
      rules={[{ required: column.isRequired, whitespace: true, message: `请填写${column.title}` }]}
    >
      {control(column, props.references, props.locked)}
    </Form.Item>
  );
}

function control(column: RegisterColumn, references: References, locked: boolean) {
  const common = { disabled: locked, "data-testid": `column-${column.name}` };
  const listed = choices(column, references);
  if (listed) {
    return (
      <Select
        {...common}
        allowClear={!column.isRequired}
        showSearch={{ optionFilterProp: "label" }}
        options={listed}
        notFoundContent="没有可选的，请先在相应名册中新增"
      />
    );
  }
  if (column.content === "wholeNumber") {
    return <InputNumber<string> {...common} stringMode precision={0} className="whole-width" />;
  }
  if (column.content === "number") {
    return <InputNumber<string> {...common} stringMode className="whole-width" />;
  }
  return <Input {...common} placeholder={column.content === "date" ? "如 2024-06-30" : ""} />;
}

function choices(column: RegisterColumn, references: References): { value: string; label: string }[] | null {
  const named = (names: ReadonlyMap<string, string> | undefined) =>
    [...(names ?? [])].map(([value, name]) => ({ value, label: `${name}（${value}）` }));
  switch (column.content) {
    case "yesOrNo":
      return ["是", "否"].map((word) => ({ value: word, label: word }));
    case "area":
      return named(references.areas);
    case "person":
      return named(references.staff);
    default:
      return column.words?.map((word) => ({ value: word.value, label: word.title })) ?? null;
  }
}
