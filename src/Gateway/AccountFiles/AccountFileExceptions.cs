using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Gateway.AccountFiles;

public sealed class AccountFileIsMissing()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

/// <param name="reason">In Chinese, for people.</param>
public sealed class AccountFileIsUnreadable(string reason)
    : DomainException(StatusCodes.Status422UnprocessableEntity, reason);

public sealed class AccountFileLacksColumns(string titles)
    : DomainException(StatusCodes.Status422UnprocessableEntity, titles);

public sealed class AccountFileIsEmpty()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class AccountFileIsTooLong(int most)
    : DomainException(StatusCodes.Status422UnprocessableEntity, most);

public sealed class AccountFileHasProblems(IReadOnlyList<Problem> problems)
    : DomainException(StatusCodes.Status422UnprocessableEntity, problems.Count)
{
    public override IReadOnlyList<Problem> Problems => problems;
}

public sealed class AccountFileMustBeTheOneChecked()
    : DomainException(StatusCodes.Status409Conflict);

public sealed class RowsOfAnAccountMustAgree(string title)
    : DomainException(StatusCodes.Status422UnprocessableEntity, title);

public sealed class ProgramMustBeOpenedAlone()
    : DomainException(StatusCodes.Status422UnprocessableEntity);
