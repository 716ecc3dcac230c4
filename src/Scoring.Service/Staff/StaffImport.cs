using Assessment.Scoring.Areas;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Imports;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Staff;

/// <summary>Imports staff. New people are added and known ones changed; who is missing in a file stays.</summary>
public sealed class StaffImport(ScoringDb db, Registers registers, SchemeShelf schemes) : IImport
{
    public string Kind => "staff";

    public bool ForCycle => false;

    public IReadOnlyList<string> RequiredColumns { get; } = ["id", "area", "name", "post"];

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var areas = (await registers.AreasAsync(cancellationToken))
            .Select(area => area.Id)
            .ToHashSet(StringComparer.Ordinal);
        var people = (await db.Staff.ToListAsync(cancellationToken)).ToDictionary(
            person => person.Id,
            StringComparer.Ordinal
        );
        var rules = new StaffRules(await schemes.NewestAsync(cancellationToken));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = await run.ReadRowsAsync(
            row =>
            {
                var person = StaffRow.Read(row);
                return !areas.Contains(person.Area)
                        ? throw new RowRefused(
                            "area",
                            "unknownArea",
                            $"没有编号为“{person.Area}”的居民区。"
                        )
                    : areas.Contains(person.Id)
                        ? throw new RowRefused(
                            "id",
                            "duplicateId",
                            $"编号“{person.Id}”已用于居民区。"
                        )
                    : !seen.Add(person.Id)
                        ? throw new RowRefused(
                            "id",
                            "duplicateId",
                            $"编号“{person.Id}”在文件中重复。"
                        )
                    : rules.Check(person);
            },
            cancellationToken
        );
        var changed = 0;
        foreach (var row in rows)
        {
            if (!people.TryGetValue(row.Id, out var person))
            {
                person = new RegisteredStaff { Township = db.Township!, Id = row.Id };
                db.Staff.Add(person);
            }

            changed += person.Take(row) ? 1 : 0;
        }

        run.Count("accepted", rows.Count);
        run.Count("changed", changed);
        if (changed > 0)
        {
            await registers.CountStaffChangeAsync(cancellationToken);
        }
    }
}
