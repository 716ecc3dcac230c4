namespace Assessment.Gateway.Invitations;

/// <summary>邀请: a link by which a person sets the password of an account, once. Of the link only a digest is kept.</summary>
public sealed class Invitation
{
    public Guid Id { get; init; }

    public required string Account { get; init; }

    public required string TokenDigest { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, or a later one, or the account's end, made it void.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>邀请链接，只显示这一次</summary>
/// <param name="Path">门户网页的路径，前面加上平台的网址</param>
public sealed record InvitationLink(string UserName, string Path, DateTimeOffset ExpiresAt);
