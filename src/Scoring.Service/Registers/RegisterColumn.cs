using Assessment.Imports;

namespace Assessment.Scoring.Registers;

/// <summary>What a column of a register holds.</summary>
public enum ColumnContent
{
    Text,
    WholeNumber,
    Number,
    YesOrNo,
    Date,

    /// <summary>职务: a word of the schemes.</summary>
    Post,

    /// <summary>身份: a word of the schemes.</summary>
    Identity,

    /// <summary>One of <see cref="RegisterColumn.Words"/>.</summary>
    Choice,

    /// <summary>Key of an area of the same register.</summary>
    Area,

    /// <summary>Key of a member of staff of the same register.</summary>
    Person,
}

/// <summary>A column of a register, for files and for forms alike.</summary>
/// <param name="IsKey">Whether it makes the row what it is: it cannot be edited; the row is ended and another created.</param>
public sealed record RegisterColumn(
    string Name,
    string Title,
    string Rule,
    ColumnContent Content = ColumnContent.Text,
    bool IsKey = false,
    bool IsRequired = true
)
{
    /// <summary>Whether it is about a person as such: the name, a telephone. The audit log says that it changed, not to what.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The only values of a choice; null for other columns.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>What a template's example row has in it; empty where the cell may be, null where a list gives the example.</summary>
    public string? Example { get; init; }

    public ImportColumn ForFiles() =>
        new(Name, Title, Rule, IsRequired)
        {
            Example = Example ?? (Content == ColumnContent.YesOrNo ? "" : null),
            Allowed = Content == ColumnContent.YesOrNo ? ["是", "否"] : Words,
        };
}
