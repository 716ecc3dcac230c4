using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Imports;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Departments;

/// <summary>Imports departments: <c>name</c>, and if wanted <c>full_name</c> and <c>contact</c>.</summary>
public sealed class DepartmentsImport(ScoringDb db) : IImport
{
    private sealed record Row(string Name, string? FullName, string? Contact);

    public string Kind => "departments";

    public bool ForCycle => false;

    public IReadOnlyList<string> RequiredColumns { get; } = ["name"];

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var departments = (await db.Departments.ToListAsync(cancellationToken)).ToDictionary(
            department => department.Name,
            StringComparer.Ordinal
        );
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = await run.ReadRowsAsync(
            row =>
            {
                var name = row.Required("name", RegisteredDepartment.NameLength);
                return seen.Add(name)
                    ? new Row(
                        name,
                        row.Optional("full_name", RegisteredDepartment.TextLength),
                        row.Optional("contact", RegisteredDepartment.TextLength)
                    )
                    : throw new RowRefused("name", "duplicateId", $"科室“{name}”在文件中重复。");
            },
            cancellationToken
        );
        foreach (var row in rows)
        {
            if (!departments.TryGetValue(row.Name, out var department))
            {
                department = new RegisteredDepartment { Township = db.Township!, Name = row.Name };
                db.Departments.Add(department);
            }

            department.FullName = row.FullName;
            department.Contact = row.Contact;
        }

        run.Count("accepted", rows.Count);
    }
}
