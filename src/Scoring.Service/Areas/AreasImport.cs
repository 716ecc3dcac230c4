using Assessment.Contracts;
using Assessment.Imports;
using Assessment.Persistence.Messaging;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Areas;

/// <summary>
/// Imports areas. New ones are added and known ones changed; an area that a file lacks stays, since facts may rest on it.
/// </summary>
public sealed class AreasImport(ScoringDb db, Registers registers) : IImport
{
    public string Kind => "areas";

    public string Title => "居民区名册";

    public string About =>
        "考核对象。名册中没有的居民区予以新增，已有的予以更新；文件中缺少的保留不动。";

    public bool ForCycle => false;

    public IReadOnlyList<ImportColumn> Columns => AreaRow.Columns;

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var areas = (await registers.AreasAsync(cancellationToken)).ToDictionary(
            area => area.Id,
            StringComparer.Ordinal
        );
        var people = (
            await db.Staff.Select(person => person.Id).ToListAsync(cancellationToken)
        ).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = await run.ReadRowsAsync(
            row =>
            {
                var area = AreaRow.Read(row);
                return people.Contains(area.Id)
                        ? throw new RowRefused(
                            "id",
                            "duplicateId",
                            $"编号“{area.Id}”已用于工作人员。"
                        )
                    : !seen.Add(area.Id)
                        ? throw new RowRefused(
                            "id",
                            "duplicateId",
                            $"编号“{area.Id}”在文件中重复。"
                        )
                    : area;
            },
            cancellationToken
        );
        var changed = 0;
        foreach (var row in rows)
        {
            if (!areas.TryGetValue(row.Id, out var area))
            {
                area = new RegisteredArea { Township = db.Township!, Id = row.Id };
                areas.Add(row.Id, area);
                db.Areas.Add(area);
            }

            changed += area.Take(row) ? 1 : 0;
        }

        run.Count("accepted", rows.Count);
        run.Count("changed", changed);
        if (changed > 0)
        {
            var version = await registers.CountAreasChangeAsync(cancellationToken);
            db.Send(
                new AreasChanged(
                    db.Township!,
                    version,
                    [
                        .. areas
                            .Values.OrderBy(area => area.Id, StringComparer.Ordinal)
                            .Select(area => area.ToMessage()),
                    ]
                )
            );
        }
    }
}
