using Assessment.Imports;
using Assessment.Scoring.Areas;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Staff;

/// <summary>Imports staff. New people are added and known ones changed; who is missing in a file stays.</summary>
public sealed class StaffImport(ScoringDb db, Registers registers, SchemeStore schemes) : IImport
{
    public string Kind => "staff";

    public string Title => "人员名册";

    public string About =>
        "居民区工作人员及职务。名册中没有的人员予以新增，已有的予以更新；文件中缺少的保留不动。";

    public bool ForCycle => false;

    public IReadOnlyList<ImportColumn> Columns => StaffRow.Columns;

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        // A scheme that is adopted meanwhile would not see these people, nor they the scheme.
        await registers.HoldAsync(cancellationToken);
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
