using Assessment.Gateway.Accounts;
using Assessment.Gateway.Storage;
using Assessment.Gateway.Townships;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.AccountFiles;

/// <summary>批量开户的预览: what a file would open, and which of its rows stand against it.</summary>
/// <param name="Accounts">Fit to be opened, with their lines.</param>
/// <param name="Problems">In the order of the lines. With any, the file opens nothing.</param>
public sealed record AccountFilePlan(
    string Digest,
    IReadOnlyList<(int Line, Account Account)> Accounts,
    IReadOnlyList<Problem> Problems
);

/// <summary>Decides of a file, account by account, as if each had been asked for alone, and of what they are to each other.</summary>
public sealed class AccountFilePlanner(GatewayDb db, ILookupNormalizer names)
{
    /// <exception cref="RoleNeedsTownship">The district named no township.</exception>
    /// <exception cref="TownshipIsUnknown"/>
    public async Task<AccountFilePlan> PlanAsync(
        AccountFile file,
        string? township,
        AccountKeeper by,
        CancellationToken cancellation
    )
    {
        if (
            township is not null
            && !await db.Townships.AnyAsync(known => known.Id == township, cancellation)
        )
        {
            throw new TownshipIsUnknown(township);
        }

        var problems = file.Problems.ToList();
        var accounts = new List<(int Line, Account Account)>();
        foreach (var (line, asked) in file.Accounts)
        {
            try
            {
                var account = asked.Decide(by);
                if (account.IsProgram)
                {
                    throw new ProgramMustBeOpenedAlone();
                }

                accounts.Add((line, account));
            }
            catch (DomainException refusal)
            {
                problems.Add(RowProblem.Of(refusal, line));
            }
        }

        var taken = await TakenNamesAsync(accounts, cancellation);
        var staff = await StaffWithAccountsAsync(accounts, township, cancellation);
        var fit = new List<(int Line, Account Account)>();
        foreach (var (line, account) in accounts)
        {
            if (taken.Contains(names.NormalizeName(account.UserName!)!))
            {
                problems.Add(
                    RowProblem.Of(
                        new UserNameIsTaken(account.UserName!),
                        line,
                        AccountFileColumns.UserName
                    )
                );
            }
            else if (account.Staff is { } own && !staff.TryAdd(own, account.UserName!))
            {
                problems.Add(
                    RowProblem.Of(
                        new StaffRecordHasAccount(own, staff[own]),
                        line,
                        AccountFileColumns.Staff
                    )
                );
            }
            else
            {
                fit.Add((line, account));
            }
        }

        return new AccountFilePlan(
            file.Digest,
            fit,
            [.. problems.OrderBy(problem => problem.Line)]
        );
    }

    private async Task<HashSet<string>> TakenNamesAsync(
        List<(int Line, Account Account)> accounts,
        CancellationToken cancellation
    )
    {
        var asked = accounts.ConvertAll(one => names.NormalizeName(one.Account.UserName!));
        return
        [
            .. await db
                .Users.Where(known => asked.Contains(known.NormalizedUserName!))
                .Select(known => known.NormalizedUserName!)
                .ToListAsync(cancellation),
        ];
    }

    /// <summary>Whose account each record of staff is, of those that the file names.</summary>
    private async Task<Dictionary<string, string>> StaffWithAccountsAsync(
        List<(int Line, Account Account)> accounts,
        string? township,
        CancellationToken cancellation
    )
    {
        var asked = accounts.Select(one => one.Account.Staff).OfType<string>().ToList();
        return await db
            .Users.Where(known =>
                known.Township == township && known.Staff != null && asked.Contains(known.Staff)
            )
            .ToDictionaryAsync(known => known.Staff!, known => known.UserName!, cancellation);
    }
}
