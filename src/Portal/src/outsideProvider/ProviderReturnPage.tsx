import { Alert, Button, Spin } from "antd";
import { useEffect, useRef } from "react";
import { Link, Navigate, useSearchParams } from "react-router";
import { asProblem } from "../api/problem";
import { LoadFailure } from "../display/LoadFailure";
import { CodeForm } from "../secondFactor/CodeForm";
import { EntryCard } from "../session/EntryCard";
import { isTrouble, stepAfter, troubleTitle } from "../session/signInSteps";
import { useProviderSignIn } from "./queries";

/** Where the outside provider sends people back to. */
export default function ProviderReturnPage() {
  const [search] = useSearchParams();
  return search.get("refused") ? <Refused /> : <Finish />;
}

function Refused() {
  return (
    <EntryCard title="外部登录" about="没有登录。">
      <div className="stack" data-testid="provider-refused">
        <Alert type="warning" showIcon title="外部登录没有完成" description="可能已取消、等待过久，或对方系统暂时不能使用。可以重新开始，或使用用户名和密码登录。" />
        <Back />
      </div>
    </EntryCard>
  );
}

function Finish() {
  const finish = useProviderSignIn();
  const { mutate } = finish;
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    mutate({});
  }, [mutate]);

  if (finish.isSuccess) return <Navigate to="/" replace />;
  const asked = finish.variables?.code || finish.variables?.recoveryCode;
  if (!finish.isError && !asked) return <Spin className="whole-page" aria-label="正在登录" />;
  const refusal = finish.isError ? asProblem(finish.error) : null;
  const trouble = refusal && isTrouble(refusal) && <LoadFailure error={refusal} title={troubleTitle(refusal)} />;
  const step = refusal ? stepAfter(refusal, asked ? "factor" : "password") : "factor";
  return step === "factor" ? (
    <EntryCard title="动态口令" about="身份已确认，还需要一个动态口令。">
      {trouble}
      <CodeForm submit="登录" pending={finish.isPending} onShown={(shown) => finish.mutate(shown)} />
    </EntryCard>
  ) : (
    <EntryCard title="外部登录" about="没有登录。">
      <div className="stack">
        {trouble}
        <Back />
      </div>
    </EntryCard>
  );
}

function Back() {
  return (
    <Link to="/sign-in">
      <Button type="primary" size="large" block>
        返回登录
      </Button>
    </Link>
  );
}
