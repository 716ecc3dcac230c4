using Assessment.Gateway.SignIn;
using Assessment.Gateway.Storage;
using Assessment.Persistence.Storage;

namespace Assessment.Gateway.SignInHistory;

/// <summary>登录结果</summary>
public enum SignInOutcome
{
    /// <summary>登录成功</summary>
    SignedIn,

    /// <summary>用户名不存在</summary>
    UnknownName,

    /// <summary>密码不正确</summary>
    WrongPassword,

    /// <summary>账号在锁定期内</summary>
    Locked,

    /// <summary>连续失败，账号自此锁定</summary>
    LockedNow,

    /// <summary>账号已停用</summary>
    Disabled,

    /// <summary>未提供动态口令</summary>
    SecondFactorNeeded,

    /// <summary>动态口令不正确</summary>
    WrongSecondFactor,

    /// <summary>尝试过于频繁；只计数，不记录</summary>
    TooMany,

    /// <summary>接口密钥无效、到期或已撤销</summary>
    WrongKey,

    /// <summary>外部登录未获通过</summary>
    ProviderRefused,

    /// <summary>外部身份未与账号关联</summary>
    UnknownOutsidePerson,

    /// <summary>登录后再次出示动态口令，如签批之前</summary>
    SecondFactorShown,
}

/// <summary>登录记录: one attempt to sign in and what came of it.</summary>
public sealed class SignInRecord : IWrittenOnce
{
    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Null where nobody is known by the name that was given.</summary>
    public string? Account { get; init; }

    /// <summary>
    /// Enough of a digest of an unknown name to see that the same one was tried again, too little to find the name by:
    /// it may be a password that slipped into the wrong field.
    /// </summary>
    public string? NameDigest { get; init; }

    public SignInOutcome Outcome { get; init; }

    public SignInKind Kind { get; init; }

    public string? Address { get; init; }
}
