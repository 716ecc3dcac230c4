using Assessment.Imports.Heads;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.AspNetCore.Http;

namespace Assessment.Imports;

public sealed class ImportKindIsUnknown(string kind)
    : DomainException(StatusCodes.Status404NotFound, kind);

public sealed class ImportFileIsMissing() : DomainException(StatusCodes.Status400BadRequest);

public sealed class ReasonOfAnImportIsTooLong(int longest)
    : DomainException(StatusCodes.Status400BadRequest, longest);

public sealed class ImportNeedsCycle(string kind)
    : DomainException(StatusCodes.Status400BadRequest, kind);

/// <summary>Columns are missing; the heads that are none of the columns are named as well, since one may be meant.</summary>
public sealed class ImportFileLacksColumns(string missing, string unused)
    : DomainException(StatusCodes.Status422UnprocessableEntity, missing, unused)
{
    public ImportFileLacksColumns(
        IEnumerable<ImportColumn> missing,
        IReadOnlyCollection<UnusedHead> unused
    )
        : this(
            string.Join(
                "、",
                missing.Select(column =>
                    column.Title == column.Name ? column.Name : $"{column.Title}（{column.Name}）"
                )
            ),
            unused.Count == 0
                ? ""
                : $"未识别的列：{string.Join("、", unused.Select(head =>
                    head.Nearest is null ? head.Head : $"{head.Head}（是否为“{head.Nearest}”？）"
                ))}。"
        ) { }
}

public sealed class ImportColumnMustHaveOneHead(string one, string other, string column)
    : DomainException(StatusCodes.Status422UnprocessableEntity, one, other, column);

public sealed class ImportHeadMustNameOneColumn(string head, IEnumerable<string> columns)
    : DomainException(StatusCodes.Status422UnprocessableEntity, head, string.Join("”和“", columns));

/// <summary>It holds characters or numbers that no database takes, and that its columns' checks did not find.</summary>
public sealed class ImportFileCannotBeStored()
    : DomainException(StatusCodes.Status422UnprocessableEntity);
