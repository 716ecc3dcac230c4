using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Signing;

/// <summary>A public key (验签公钥) of the deployment.</summary>
/// <param name="Fingerprint">SHA-256 of the key as SubjectPublicKeyInfo in DER, lower-case hex.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo in PEM.</param>
/// <param name="Since">From when it signs.</param>
/// <param name="Until">When the next one took its place; null of the current one.</param>
public sealed record PublicKeyView(
    string Fingerprint,
    string PublicKey,
    DateTimeOffset Since,
    DateTimeOffset? Until
);

/// <param name="Replaces">The fingerprint of the current key, so that nobody rotates twice by mistake.</param>
public sealed record KeyRotation(string Replaces);

/// <summary>验签公钥: everybody can verify what the deployment has signed.</summary>
public static class SigningKeyEndpoints
{
    public static void MapSigningKeys(this IEndpointRouteBuilder app)
    {
        var keys = app.MapGroup("/api/scoring/signing-keys").WithTags("signing-keys");
        keys.MapGet("/", ListAsync)
            .WithName("ListSigningKeys")
            .WithSummary("验签公钥，新的在前；无需登录")
            .OpenToEveryone();
        keys.MapPost("/", RotateAsync)
            .WithName("RotateSigningKey")
            .Records(AuditActions.SigningKeyRotated)
            .WithSummary("启用新的签名密钥；原有公钥继续公布，供核对此前的文件")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .RequireRoles(Roles.Ops);
    }

    private static async Task<IReadOnlyList<PublicKeyView>> ListAsync(
        ScoringDb db,
        CancellationToken cancellationToken
    )
    {
        var keys = await db
            .SigningKeys.AsNoTracking()
            .OrderBy(key => key.Number)
            .Select(key => new PublicKeyView(key.Fingerprint, key.PublicKey, key.Since, null))
            .ToListAsync(cancellationToken);
        return
        [
            .. keys.Select(
                    (key, place) =>
                        key with
                        {
                            Until = place + 1 < keys.Count ? keys[place + 1].Since : null,
                        }
                )
                .Reverse(),
        ];
    }

    private static async Task<IReadOnlyList<PublicKeyView>> RotateAsync(
        KeyRotation rotation,
        SigningKeys keys,
        AuditAuthor author,
        ScoringDb db,
        CancellationToken cancellationToken
    )
    {
        await keys.RotateAsync(
            rotation.Replaces,
            new AuditSigner(author.Who, author.Duty),
            cancellationToken
        );
        return await ListAsync(db, cancellationToken);
    }
}
