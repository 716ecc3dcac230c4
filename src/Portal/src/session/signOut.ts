import { useMutation } from "@tanstack/react-query";
import { App } from "antd";
import { gateway } from "../api/clients";
import { asProblem } from "../api/problem";
import { useChangeSession } from "./session";

export function useSignOut() {
  const changeSession = useChangeSession();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: () => gateway.POST("/api/accounts/sign-out"),
    onSuccess: () => changeSession(null),
    onError: (error) => message.error(asProblem(error).detail),
  });
}
