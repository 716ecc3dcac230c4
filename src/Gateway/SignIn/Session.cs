namespace Assessment.Gateway.SignIn;

/// <summary>How somebody signs in.</summary>
public enum SignInKind
{
    /// <summary>浏览器</summary>
    Cookie,

    /// <summary>程序令牌</summary>
    Token,

    /// <summary>接口密钥</summary>
    Key,

    /// <summary>外部登录</summary>
    Provider,
}

/// <summary>What somebody showed besides the first factor.</summary>
public enum ShownFactor
{
    None,

    /// <summary>The outside provider has asked for it.</summary>
    Outside,

    /// <summary>A code (动态口令) or a recovery code.</summary>
    Own,
}

/// <summary>会话: one sign-in of an account, from a browser or a program, until it ends.</summary>
public sealed class Session
{
    public Guid Id { get; init; }

    public required string Account { get; init; }

    public SignInKind Kind { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>To a few minutes: each request would be too often to write it down.</summary>
    public DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public string? Address { get; init; }

    /// <summary>The beginning of what the browser or program calls itself.</summary>
    public string? Browser { get; init; }

    /// <summary>Whether more than a password was shown. Without it, a role that needs it may only enrol one.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>When a code of the own second factor was last shown; null where an outside provider vouched, or nothing was shown.</summary>
    public DateTimeOffset? SecondFactorAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}
