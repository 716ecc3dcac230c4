const least = 10;
const most = 128;

export const passwordAdvice = `至少 ${least} 位，可以是一句便于自己记忆的话；不要求大小写或符号，但不能是常见密码，也不能含有用户名。`;

/** What can be said of a password without asking; that it is a common one (常见密码), only the service knows. */
export function whyNotAllowed(password: string, userName: string): string | null {
  if (password.length < least) return `密码至少 ${least} 位`;
  if (password.length > most) return `密码至多 ${most} 位`;
  if (userName && password.toLowerCase().includes(userName.toLowerCase())) return "密码中不能含有用户名";
  return null;
}
