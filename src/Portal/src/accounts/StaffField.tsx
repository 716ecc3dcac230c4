import { Form, Input, Select } from "antd";
import { useMe } from "../session/session";
import { useStaffChoice } from "./queries";

/** 本人的工作人员记录; field `staff` of the form around it. The district cannot read a township's register, and types it. */
export function StaffField() {
  const mayChoose = useMe().roles.includes("townshipAdministrator");
  const staff = useStaffChoice(mayChoose);
  return (
    <Form.Item
      name="staff"
      label="工作人员"
      extra="本人在工作人员名册中的记录；不在名册中的不填。一名工作人员只能关联一个账号。"
    >
      {mayChoose && !staff.isError ? (
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          loading={staff.isLoading}
          notFoundContent="名册中没有"
          data-testid="account-staff"
          options={(staff.data ?? []).map((person) => ({ value: person.id, label: `${person.name}（${person.id}）` }))}
        />
      ) : (
        <Input maxLength={64} placeholder="名册中的编号" data-testid="account-staff" />
      )}
    </Form.Item>
  );
}
