using Assessment.Imports;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Departments;

/// <summary>Imports departments.</summary>
public sealed class DepartmentsImport(ScoringDb db) : IImport
{
    private sealed record Row(string Name, string? FullName, string? Contact);

    public string Kind => "departments";

    public string Title => "部门名册";

    public string About => "参与评分的部门。";

    public bool ForCycle => false;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(
            "name",
            "名称",
            $"方案中的部门名称，不超过 {RegisteredDepartment.NameLength} 个字，不得重复"
        ),
        new(
            "full_name",
            "全称",
            $"不超过 {RegisteredDepartment.TextLength} 个字；可以为空",
            Required: false
        ),
        new(
            "contact",
            "联系人",
            $"不超过 {RegisteredDepartment.TextLength} 个字；可以为空",
            Required: false
        ),
    ];

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
