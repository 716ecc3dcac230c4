using Assessment.Imports;
using Assessment.Scoring.Cycles;

namespace Assessment.Scoring.Registers;

/// <summary>
/// The rows that a cycle takes over when it is opened. Whoever left before its year stays behind, and so does what is about
/// an area or a person that is not taken over: in the cycle nothing could be said of it.
/// </summary>
internal sealed class OpeningRows(Cycle cycle, RegisterTerms terms)
{
    private readonly HashSet<string> _areas = new(StringComparer.Ordinal);
    private readonly HashSet<string> _staff = new(StringComparer.Ordinal);
    private readonly List<RegisterRow> _taken = [];
    private readonly List<DetachedRow> _detached = [];
    private readonly List<UnfitRow> _unfit = [];

    public IReadOnlyList<RegisterRow> Taken => _taken;

    public IReadOnlyList<DetachedRow> Detached => _detached;

    public IReadOnlyList<UnfitRow> Unfit => _unfit;

    /// <param name="rows">Of the township's current registers.</param>
    public void Take(IReadOnlyList<RegisterRow> rows)
    {
        foreach (var register in AllRegisters.InOrder)
        {
            var columns = terms.Declared.Of(register);
            foreach (
                var row in rows.Where(row =>
                        row.Register == register.Name && row.Concerns(cycle.Year)
                    )
                    .OrderBy(row => row.Key, StringComparer.Ordinal)
            )
            {
                if (Missing(row) is { } missing)
                {
                    _detached.Add(new DetachedRow(register.Name, row.Key, missing.Of, missing.Key));
                    continue;
                }

                _taken.Add(
                    row.CopyInto(cycle.Id, register.Keep(row.ContentJson, columns), cycle.OpenedAt)
                );
                if (register == AllRegisters.Areas)
                {
                    _areas.Add(row.Key);
                }
                else if (register == AllRegisters.Staff)
                {
                    _staff.Add(row.Key);
                }

                LookAtDeclared(register, row, columns);
            }
        }
    }

    /// <summary>The area or person that the row is about and that is not taken over.</summary>
    private (string Of, string Key)? Missing(RegisterRow row) =>
        row.Area is { } area && !_areas.Contains(area) ? (AllRegisters.Areas.Name, area)
        : row.Person is { } person && !_staff.Contains(person) ? (AllRegisters.Staff.Name, person)
        : null;

    /// <summary>A scheme may ask for what the township's registers have not got yet.</summary>
    private void LookAtDeclared(
        Register register,
        RegisterRow row,
        IReadOnlyList<DeclaredColumn> columns
    )
    {
        if (columns.Count == 0)
        {
            return;
        }

        try
        {
            DeclaredValues.Read(
                RowValues.AsRow(terms.Declared.ColumnsOf(register), RowValues.Of(row.ContentJson)),
                columns,
                stored: null
            );
        }
        catch (RowRefused refused)
        {
            _unfit.Add(
                new UnfitRow(
                    register.Name,
                    row.Key,
                    refused.Column,
                    columns.First(column => column.Name == refused.Column).Attribute.Title,
                    refused.Code
                )
            );
        }
    }
}
