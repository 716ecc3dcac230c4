using Assessment.Gateway.Accounts;
using Assessment.Gateway.Invitations;
using Assessment.Gateway.Storage;

namespace Assessment.Gateway.AccountFiles;

/// <summary>批量开户: all accounts of a file or none, each with an invitation, whose link is told once.</summary>
public sealed class AccountFileOpening(
    GatewayDb db,
    AccountRegister register,
    InvitationRegister invitations
)
{
    /// <exception cref="AccountFileHasProblems"/>
    /// <exception cref="UserNameIsTaken">Somebody took it meanwhile.</exception>
    public async Task<List<InvitationSlip>> OpenAsync(
        AccountFilePlan plan,
        AccountKeeper by,
        CancellationToken cancellation
    )
    {
        if (plan.Problems.Count > 0)
        {
            throw new AccountFileHasProblems(plan.Problems);
        }

        var slips = new List<InvitationSlip>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var (_, account) in plan.Accounts)
        {
            await register.OpenAsync(account, by.Id, cancellation);
            var link = await invitations.InviteAsync(account, by.Id, cancellation);
            slips.Add(
                new InvitationSlip(
                    link.UserName,
                    account.DisplayName,
                    DutyLine.AllOf(account),
                    link.Path,
                    link.ExpiresAt
                )
            );
        }

        await transaction.CommitAsync(cancellation);
        return slips;
    }
}

/// <summary>一人一条的邀请，只显示这一次</summary>
/// <param name="Path">门户网页的路径，前面加上平台的网址</param>
public sealed record InvitationSlip(
    string UserName,
    string DisplayName,
    IReadOnlyList<DutyLine> Duties,
    string Path,
    DateTimeOffset ExpiresAt
);
