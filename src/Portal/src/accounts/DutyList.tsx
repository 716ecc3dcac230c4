import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Flex, Form, Select } from "antd";
import type { AskedDuty } from "../api/shapes";
import { roleNames } from "../session/roles";
import { whyNotTogether } from "./duty";
import { DutyFields } from "./DutyFields";

type Role = keyof typeof roleNames;

const rolesOf = (duties: readonly (Partial<AskedDuty> | undefined)[] | undefined): string[] =>
  (duties ?? []).flatMap((duty) => (duty?.role ? [duty.role] : []));

/** 职责: one row or several; field `duties` of the form around it. */
export function DutyList(props: { roles: readonly Role[] }) {
  const form = Form.useFormInstance();
  const duties = Form.useWatch<(Partial<AskedDuty> | undefined)[] | undefined>("duties", form);
  const held = rolesOf(duties);
  return (
    <Form.List
      name="duties"
      rules={[
        {
          validator: (_, given: AskedDuty[] | undefined) => {
            const why = given?.length ? whyNotTogether(rolesOf(given)) : "请至少指定一项职责";
            return why ? Promise.reject(new Error(why)) : Promise.resolve();
          },
        },
      ]}
    >
      {(fields, { add, remove }, { errors }) => (
        <>
          {fields.map((field) => {
            const role = duties?.[field.name]?.role;
            return (
              <div key={field.key} className="duty" data-testid={`duty-${field.name}`}>
                <Flex gap="small" align="flex-end">
                  <Form.Item
                    name={[field.name, "role"]}
                    label={fields.length > 1 ? `职责 ${field.name + 1}` : "职责"}
                    rules={[{ required: true, message: "请选择职责" }]}
                    extra={role === "feed" ? "供程序报送数据，没有密码；开立后在账号详情中签发接口密钥。" : undefined}
                    className="duty-role"
                  >
                    <Select
                      data-testid={`duty-role-${field.name}`}
                      options={props.roles
                        .filter((value) => value === role || !held.includes(value))
                        .map((value) => ({ value, label: roleNames[value] }))}
                    />
                  </Form.Item>
                  {fields.length > 1 && (
                    <Form.Item>
                      <Button
                        icon={<DeleteOutlined />}
                        aria-label={`去掉职责 ${field.name + 1}`}
                        onClick={() => remove(field.name)}
                        data-testid={`remove-duty-${field.name}`}
                      />
                    </Form.Item>
                  )}
                </Flex>
                <DutyFields role={role} at={field.name} />
              </div>
            );
          })}
          <Form.Item>
            {fields.length < props.roles.length && (
              <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({})} data-testid="add-duty">
                再加一项职责
              </Button>
            )}
            <Form.ErrorList errors={errors} />
          </Form.Item>
        </>
      )}
    </Form.List>
  );
}
