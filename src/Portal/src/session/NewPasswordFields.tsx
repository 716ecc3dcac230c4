import { Form, Input } from "antd";
import { passwordAdvice, whyNotAllowed } from "./passwordRules";

const refuse = (why: string | null) => (why ? Promise.reject(new Error(why)) : Promise.resolve());

/** A new password, twice; fields `next` and `again` of the form around it. */
export function NewPasswordFields(props: { userName: string; label: string }) {
  return (
    <>
      <Form.Item
        name="next"
        label={props.label}
        extra={passwordAdvice}
        validateTrigger="onBlur"
        rules={[
          {
            validator: (_, typed: string | undefined) =>
              refuse(typed ? whyNotAllowed(typed, props.userName) : "请输入新密码"),
          },
        ]}
      >
        <Input.Password autoComplete="new-password" data-testid="password-next" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再次输入"
        dependencies={["next"]}
        validateTrigger="onBlur"
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, typed: string | undefined) =>
              refuse(
                !typed ? "请再次输入密码" : typed === getFieldValue("next") ? null : "两次输入的密码不一致",
              ),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" data-testid="password-again" />
      </Form.Item>
    </>
  );
}
