import { Button, Form } from "antd";
import type { Indicator } from "./indicators";
import type { useSubjects } from "./subjects";
import { ValueRow } from "./ValueRow";

/** The values that are to count, one a row; fields of the form around them. */
export function ValueRows(props: {
  subjects: ReturnType<typeof useSubjects>;
  indicatorsOf: (subject: string) => Indicator[];
  loading: boolean;
}) {
  return (
    <Form.List name="values">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field, at) => (
            <ValueRow
              key={field.key}
              at={field.name}
              label={`第 ${at + 1} 项`}
              subjects={props.subjects}
              indicatorsOf={props.indicatorsOf}
              loading={props.loading}
              remove={fields.length > 1 ? () => remove(field.name) : undefined}
            />
          ))}
          <Button onClick={() => add({})} data-testid="add-adjusted-value">
            再添一项
          </Button>
        </>
      )}
    </Form.List>
  );
}
