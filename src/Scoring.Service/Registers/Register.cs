using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Imports;
using Assessment.Imports.Spreadsheets;

namespace Assessment.Scoring.Registers;

/// <summary>
/// 名册的一类: one of the registers that a township keeps, and each cycle has a copy of. A register says how its rows are
/// read and checked; storing, editing, history, pages and files are the same for all.
/// </summary>
public abstract class Register
{
    /// <summary>Longest id of an area or a person.</summary>
    public const int IdLength = 64;

    /// <summary>Longest name.</summary>
    public const int NameLength = 100;

    /// <summary>Longest post, identity, grade or other word.</summary>
    public const int WordLength = 64;

    private protected static readonly JsonSerializerOptions Json = new()
    {
        // The names of the columns.
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>As it is written in addresses, and the name of its file.</summary>
    public abstract string Name { get; }

    public abstract string Title { get; }

    /// <summary>What its rows are, in a Chinese sentence.</summary>
    public abstract string About { get; }

    public abstract IReadOnlyList<RegisterColumn> Columns { get; }

    /// <summary>
    /// Whether schemes may declare further columns (附加项) of it, and whether as of areas; null where they may not.
    /// </summary>
    public virtual bool? DeclaredOfAreas => null;

    /// <summary>Reads and checks a row, and adds it to what the rows after it are checked against.</summary>
    /// <param name="stored">
    /// What is stored under a key. What the row's file has no declared column for, stays as it is there.
    /// </param>
    /// <exception cref="RowRefused">A cell does not fit, or not with the rest of the registers.</exception>
    internal abstract RegisterContent Read(
        TableRow row,
        RegisterContext context,
        Func<string, string?>? stored = null
    );

    /// <summary>The content without declared values but those of <paramref name="columns"/>.</summary>
    internal abstract RegisterContent Keep(string json, IReadOnlyList<DeclaredColumn> columns);

    /// <summary>The content that was stored as <paramref name="json"/>.</summary>
    internal abstract RegisterContent Read(string json);
}

/// <summary>What is stored of a row.</summary>
/// <param name="Key">Tells it from the others of its register.</param>
/// <param name="Json">The values by column.</param>
/// <param name="Area">The area that the row belongs to; null where it belongs to none.</param>
/// <param name="Person">The member of staff that the row is about; null where it is about none.</param>
internal sealed record RegisterContent(string Key, string Json, string? Area, string? Person);

/// <inheritdoc cref="Register"/>
/// <typeparam name="TRow">A row, whose properties are the columns.</typeparam>
public abstract class Register<TRow> : Register
    where TRow : class
{
    /// <summary>What is stored of a row, read again.</summary>
    public TRow Stored(string json) => JsonSerializer.Deserialize<TRow>(json, Json)!;

    internal sealed override RegisterContent Read(
        TableRow row,
        RegisterContext context,
        Func<string, string?>? stored = null
    )
    {
        var read = Read(row);
        Check(read, context);
        var columns = context.DeclaredOf(this);
        if (columns.Count > 0)
        {
            var known = stored?.Invoke(KeyOf(read));
            read = Declaring(
                read,
                DeclaredValues.Read(row, columns, known is null ? null : DeclaredBy(Stored(known)))
            );
        }

        return Content(read);
    }

    internal sealed override RegisterContent Keep(
        string json,
        IReadOnlyList<DeclaredColumn> columns
    )
    {
        var row = Stored(json);
        return Content(
            DeclaredBy(row) is { } declared
                ? Declaring(row, DeclaredValues.Keep(declared, columns))
                : row
        );
    }

    internal sealed override RegisterContent Read(string json) => Content(Stored(json));

    internal RegisterContent Content(TRow row) =>
        new(KeyOf(row), JsonSerializer.Serialize(row, Json), AreaOf(row), PersonOf(row));

    /// <exception cref="RowRefused">A cell does not fit.</exception>
    protected abstract TRow Read(TableRow row);

    protected abstract string KeyOf(TRow row);

    protected virtual string? AreaOf(TRow row) => null;

    protected virtual string? PersonOf(TRow row) => null;

    /// <summary>The row with these values of declared columns.</summary>
    private protected virtual TRow Declaring(TRow row, DeclaredValues? values) => row;

    private protected virtual DeclaredValues? DeclaredBy(TRow row) => null;

    /// <summary>Looks whether the row fits the other registers, and takes note of it.</summary>
    /// <exception cref="RowRefused">It does not.</exception>
    private protected abstract void Check(TRow row, RegisterContext context);
}
