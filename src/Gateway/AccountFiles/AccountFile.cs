using System.Security.Cryptography;
using Assessment.Gateway.Accounts;
using Assessment.Imports.Spreadsheets;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Gateway.AccountFiles;

/// <summary>账号文件: what a file asks for, one account for each user name, with one duty for each of its rows.</summary>
/// <param name="Digest">SHA-256 of the content, in lower-case hexadecimal digits.</param>
/// <param name="Accounts">In the order of the file; those whose rows cannot be read are missing.</param>
/// <param name="Problems">Of rows that cannot be read.</param>
public sealed record AccountFile(
    string Digest,
    IReadOnlyList<AskedAccount> Accounts,
    IReadOnlyList<Problem> Problems
)
{
    public const int MostAccounts = 500;
    public const int MostBytes = 2 * 1024 * 1024;

    private static readonly char[] s_separators = ['、', '，', ',', '；', ';'];

    /// <exception cref="AccountFileIsUnreadable"/>
    /// <exception cref="AccountFileLacksColumns"/>
    /// <exception cref="AccountFileIsEmpty"/>
    /// <exception cref="AccountFileIsTooLong"/>
    public static AccountFile Read(byte[] content, string? township)
    {
        var table = TableOf(content);
        if (AccountFileColumns.MissingIn(table) is { Count: > 0 } missing)
        {
            throw new AccountFileLacksColumns(string.Join('、', missing));
        }

        var people = table
            .Rows.GroupBy(
                row => AccountFileColumns.Cell(row, AccountFileColumns.UserName),
                StringComparer.OrdinalIgnoreCase
            )
            .ToList();
        switch (people.Count)
        {
            case 0:
                throw new AccountFileIsEmpty();
            case > MostAccounts:
                throw new AccountFileIsTooLong(MostAccounts);
        }

        var accounts = new List<AskedAccount>();
        var problems = new List<Problem>();
        foreach (var rows in people)
        {
            var before = problems.Count;
            var asked = Of([.. rows], township, problems);
            if (problems.Count == before)
            {
                accounts.Add(asked);
            }
        }

        return new AccountFile(
            Convert.ToHexStringLower(SHA256.HashData(content)),
            accounts,
            problems
        );
    }

    private static Table TableOf(byte[] content)
    {
        try
        {
            return TableReader.Read(content);
        }
        catch (UnreadableFileException unreadable)
        {
            throw new AccountFileIsUnreadable(unreadable.Message);
        }
    }

    private static AskedAccount Of(
        IReadOnlyList<TableRow> rows,
        string? township,
        List<Problem> problems
    )
    {
        var duties = new List<AskedDuty>();
        foreach (var row in rows)
        {
            var word = AccountFileColumns.Cell(row, AccountFileColumns.Role);
            if (RoleWords.RoleOf(word) is not { } role)
            {
                problems.Add(
                    RowProblem.Of(new RoleIsUnknown(word), row.Line, AccountFileColumns.Role)
                );
                continue;
            }

            var area = AccountFileColumns.Cell(row, AccountFileColumns.Area);
            duties.Add(
                new AskedDuty(
                    role,
                    Names(row, AccountFileColumns.Departments),
                    Names(row, AccountFileColumns.Campaigns),
                    area.Length == 0 ? null : area
                )
            );
        }

        return new AskedAccount(
            rows[0].Line,
            new NewAccount(
                AccountFileColumns.Cell(rows[0], AccountFileColumns.UserName),
                Same(rows, AccountFileColumns.DisplayName, problems),
                duties,
                township,
                Same(rows, AccountFileColumns.Staff, problems)
            )
        );
    }

    private static string[] Names(TableRow row, string column) =>
        AccountFileColumns
            .Cell(row, column)
            .Split(
                s_separators,
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            );

    /// <summary>What an account has once, in any of its rows; two rows must not say different things.</summary>
    private static string Same(IReadOnlyList<TableRow> rows, string column, List<Problem> problems)
    {
        var said = "";
        foreach (var row in rows)
        {
            var cell = AccountFileColumns.Cell(row, column);
            if (said.Length > 0 && cell.Length > 0 && cell != said)
            {
                problems.Add(
                    RowProblem.Of(
                        new RowsOfAnAccountMustAgree(AccountFileColumns.TitleOf(column)),
                        row.Line,
                        column
                    )
                );
            }

            said = said.Length > 0 ? said : cell;
        }

        return said;
    }
}

/// <param name="Line">Of the first of its rows.</param>
public sealed record AskedAccount(int Line, NewAccount Account);

internal static class RowProblem
{
    public static Problem Of(DomainException refusal, int line, string? column = null) =>
        new(
            refusal.Code,
            refusal.Message,
            line,
            column is null ? null : AccountFileColumns.TitleOf(column)
        );
}
