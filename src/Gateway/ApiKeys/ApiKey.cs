namespace Assessment.Gateway.ApiKeys;

/// <summary>接口密钥: by which a program (feed) signs in. Only a digest is kept.</summary>
public sealed class ApiKey
{
    public required string Id { get; init; }

    public required string Account { get; init; }

    public required string SecretDigest { get; init; }

    /// <summary>The end of the secret, by which people tell keys apart.</summary>
    public required string Last4 { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>To a few minutes.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
