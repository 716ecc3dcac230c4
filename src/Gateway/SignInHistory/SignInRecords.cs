using System.Security.Cryptography;
using System.Text;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.SignIn;
using Assessment.Gateway.Storage;

namespace Assessment.Gateway.SignInHistory;

/// <summary>Writes each attempt to sign in down, counts the refused ones and logs them.</summary>
public sealed partial class SignInRecords(
    GatewayDb db,
    RefusedSignIns refused,
    TimeProvider clock,
    ILogger<SignInRecords> log
)
{
    private const int DigestBytes = 4;

    public Task AddAsync(
        Account account,
        SignInOutcome outcome,
        SignInKind kind,
        HttpContext context
    ) => AddAsync(account.Id, nameDigest: null, outcome, kind, context);

    public Task AddAsync(
        string account,
        SignInOutcome outcome,
        SignInKind kind,
        HttpContext context
    ) => AddAsync(account, nameDigest: null, outcome, kind, context);

    public Task AddUnknownAsync(string name, SignInKind kind, HttpContext context)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(name.ToUpperInvariant()));
        return AddAsync(
            account: null,
            Convert.ToHexStringLower(digest.AsSpan(0, DigestBytes)),
            SignInOutcome.UnknownName,
            kind,
            context
        );
    }

    /// <summary>For what an outside provider or a key refused before it was known whose it is.</summary>
    public Task AddNobodyAsync(SignInOutcome outcome, SignInKind kind, HttpContext context) =>
        AddAsync(account: null, nameDigest: null, outcome, kind, context);

    private async Task AddAsync(
        string? account,
        string? nameDigest,
        SignInOutcome outcome,
        SignInKind kind,
        HttpContext context
    )
    {
        var now = clock.GetUtcNow();
        db.SignInRecords.Add(
            new SignInRecord
            {
                Id = Guid.CreateVersion7(now),
                At = now,
                Account = account,
                NameDigest = nameDigest,
                Outcome = outcome,
                Kind = kind,
                Address = context.AddressOfCaller(),
            }
        );
        await db.SaveChangesAsync(context.RequestAborted);
        refused.Count(outcome);
        LogAttempt(account, kind, outcome);
    }

    [LoggerMessage(LogLevel.Information, "Sign-in of account {Account} by {Kind}: {Outcome}")]
    private partial void LogAttempt(string? account, SignInKind kind, SignInOutcome outcome);
}
