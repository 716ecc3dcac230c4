using Assessment.Imports.Templates;
using Assessment.Scoring.Areas;
using Assessment.Scoring.Departments;
using Assessment.Scoring.Postings;
using Assessment.Scoring.Staff;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Registers;

/// <summary>The rows of registers that count, as what they are. Who has left in the year still counts in it.</summary>
public sealed class RegisterReading(ScoringDb db)
{
    public Task<List<AreaRow>> AreasAsync(
        RegisterScope scope,
        CancellationToken cancellationToken
    ) => RowsAsync(AllRegisters.Areas, scope, cancellationToken);

    public Task<List<StaffRow>> StaffAsync(
        RegisterScope scope,
        CancellationToken cancellationToken
    ) => RowsAsync(AllRegisters.Staff, scope, cancellationToken);

    public Task<List<PostingRow>> PostingsAsync(
        RegisterScope scope,
        CancellationToken cancellationToken
    ) => RowsAsync(AllRegisters.Postings, scope, cancellationToken);

    public Task<List<DepartmentRow>> DepartmentsAsync(
        RegisterScope scope,
        CancellationToken cancellationToken
    ) => RowsAsync(AllRegisters.Departments, scope, cancellationToken);

    /// <summary>Everybody who can be assessed: areas and staff, whose ids never collide.</summary>
    public async Task<SubjectIds> SubjectsAsync(
        RegisterScope scope,
        CancellationToken cancellationToken
    ) =>
        new(
            await KeysAsync(AllRegisters.Areas, scope, cancellationToken),
            await KeysAsync(AllRegisters.Staff, scope, cancellationToken)
        );

    /// <summary>All of them with their names, to be chosen from.</summary>
    public async Task<AllowedList> SubjectListAsync(
        RegisterScope scope,
        CancellationToken cancellationToken
    ) =>
        AllowedList.Of([
            .. (await AreasAsync(scope, cancellationToken)).Select(area => new AllowedValue(
                area.Id,
                area.Name
            )),
            .. (await StaffAsync(scope, cancellationToken)).Select(person => new AllowedValue(
                person.Id,
                person.Name
            )),
        ]);

    public Task<bool> HasAreasAsync(RegisterScope scope, CancellationToken cancellationToken) =>
        Counting(AllRegisters.Areas, scope).AnyAsync(cancellationToken);

    /// <summary>In ordinal order of their keys, whatever the database's own order is.</summary>
    private async Task<List<TRow>> RowsAsync<TRow>(
        Register<TRow> register,
        RegisterScope scope,
        CancellationToken cancellationToken
    )
        where TRow : class
    {
        var rows = await Counting(register, scope)
            .Select(row => new { row.Key, row.ContentJson })
            .ToListAsync(cancellationToken);
        rows.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return rows.ConvertAll(row => register.Stored(row.ContentJson));
    }

    private async Task<HashSet<string>> KeysAsync(
        Register register,
        RegisterScope scope,
        CancellationToken cancellationToken
    ) =>
        (
            await Counting(register, scope).Select(row => row.Key).ToListAsync(cancellationToken)
        ).ToHashSet(StringComparer.Ordinal);

    private IQueryable<RegisterRow> Counting(Register register, RegisterScope scope) =>
        db
            .RegisterRows.AsNoTracking()
            .Where(row =>
                row.Cycle == scope.Cycle
                && row.Register == register.Name
                && row.State != RowState.Withdrawn
            );
}

/// <summary>The ids of those who can be assessed.</summary>
public sealed record SubjectIds(IReadOnlySet<string> Areas, IReadOnlySet<string> Staff)
{
    public bool Contains(string id) => Areas.Contains(id) || Staff.Contains(id);
}
