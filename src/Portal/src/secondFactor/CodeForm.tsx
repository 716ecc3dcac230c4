import { Button, Form, Input } from "antd";
import { useState } from "react";
import type { PresentedFactor } from "../api/shapes";
import { isComplete, shownFactor, type FactorKind } from "./shownFactor";
import "./codeForm.css";

/** Asks for a code of the app, or for a recovery code instead. */
export function CodeForm(props: {
  submit: string;
  pending: boolean;
  danger?: boolean;
  /** Where a recovery code does not do. */
  codeOnly?: boolean;
  onShown: (factor: PresentedFactor) => void;
}) {
  const [kind, setKind] = useState<FactorKind>("code");
  const [form] = Form.useForm<{ typed: string }>();
  const byCode = kind === "code";
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ typed }) => props.onShown(shownFactor(kind, typed))}
      data-testid="code-form"
    >
      <Form.Item
        name="typed"
        label={byCode ? "动态口令" : "恢复码"}
        extra={byCode ? "认证器应用上正在显示的六位数字，每个只能用一次。" : "绑定时保存的十个恢复码中的任意一个，用过即失效。"}
        validateTrigger="onSubmit"
        rules={[
          {
            validator: (_, typed: string | undefined) =>
              isComplete(kind, typed ?? "")
                ? Promise.resolve()
                : Promise.reject(new Error(byCode ? "请输入六位数字" : "请输入恢复码")),
          },
        ]}
      >
        <Input
          key={kind}
          size="large"
          autoFocus
          className="code-input"
          inputMode={byCode ? "numeric" : "text"}
          autoComplete={byCode ? "one-time-code" : "off"}
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          data-testid={byCode ? "second-factor-code" : "recovery-code"}
        />
      </Form.Item>
      <Button
        type="primary"
        danger={props.danger ?? false}
        size="large"
        htmlType="submit"
        block
        loading={props.pending}
        data-testid="code-submit"
      >
        {props.submit}
      </Button>
      {!props.codeOnly && (
        <Button
          type="link"
          block
          className="other-factor"
          onClick={() => {
            form.resetFields();
            setKind(byCode ? "recoveryCode" : "code");
          }}
          data-testid="other-factor"
        >
          {byCode ? "手机不在身边？改用恢复码" : "改用动态口令"}
        </Button>
      )}
    </Form>
  );
}
