import { Button, Spin } from "antd";
import { useState } from "react";
import { Navigate, useSearchParams } from "react-router";
import { useQueryClient } from "@tanstack/react-query";
import { LoadFailure } from "../display/LoadFailure";
import { EntryCard } from "../session/EntryCard";
import { returnAddress } from "../session/returnAddress";
import { meKey, useSession } from "../session/session";
import { useSignOut } from "../session/signOut";
import { Enrolment } from "./Enrolment";
import { RecoveryCodes } from "./RecoveryCodes";
import "./codeForm.css";

/** The only page of a session that has yet to enrol a second factor (动态口令). */
export default function EnrolmentPage() {
  const [search] = useSearchParams();
  const session = useSession();
  const queries = useQueryClient();
  const signOut = useSignOut();
  const [codes, setCodes] = useState<string[] | null>(null);
  if (session.isPending) return <Spin className="whole-page" aria-label="正在打开" />;
  if (session.isError) {
    return (
      <EntryCard title="绑定动态口令">
        <LoadFailure error={session.error} retry={() => void session.refetch()} />
      </EntryCard>
    );
  }

  if (!session.data) return <Navigate to="/sign-in" replace />;
  if (codes) {
    return (
      <EntryCard title="请保存恢复码" about="动态口令已绑定。">
        <RecoveryCodes
          userName={session.data.userName}
          codes={codes}
          done="进入平台"
          close={() => void queries.refetchQueries({ queryKey: meKey }).then(() => setCodes(null))}
        />
      </EntryCard>
    );
  }

  if (!session.data.mustEnrolSecondFactor) return <Navigate to={returnAddress(search.get("from"))} replace />;
  return (
    <EntryCard
      title="绑定动态口令"
      about={`${session.data.displayName}，您的角色登录时除密码外还须输入动态口令。完成绑定后才能使用平台。`}
    >
      <Enrolment enrolled={setCodes} />
      <Button type="link" block className="other-factor" loading={signOut.isPending} onClick={() => signOut.mutate()}>
        退出登录
      </Button>
    </EntryCard>
  );
}
