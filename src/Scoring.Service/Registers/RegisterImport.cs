using Assessment.Imports;
using Assessment.Imports.Templates;
using Assessment.Imports.Undoing;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Registers;

/// <summary>
/// Imports one of the township's current registers. New rows are added and known ones changed; a row that the file lacks
/// stays, since facts may rest on it. A cycle's register is not touched: it takes changes over with a date and a reason.
/// </summary>
internal sealed class RegisterImport(
    Register register,
    ScoringDb db,
    RegisterReading reading,
    RegisterContexts contexts,
    RegisterImportUndo undoing,
    TimeProvider time
) : IUndoableImport
{
    public string Kind => register.Name;

    public string Title => register.Title;

    public string About =>
        $"{register.About}名册中没有的予以新增，已有的予以更新，文件中缺少的保留不动。"
        + "只更新街镇现行名册；已开启的考核周期须在“名册”页面另行采用，并注明日期和理由。";

    public bool ForCycle => false;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [.. register.Columns.Select(column => column.ForFiles())];

    public async Task<IReadOnlyList<ImportColumn>> ColumnsAsync(CancellationToken cancellationToken)
    {
        var terms = await contexts.TermsAsync(cycle: null, cancellationToken);
        return [.. terms.Declared.ColumnsOf(register).Select(column => column.ForFiles())];
    }

    public async Task<TemplateChoices> ChoicesAsync(
        TemplateRequest request,
        CancellationToken cancellationToken
    )
    {
        var terms = await contexts.TermsAsync(cycle: null, cancellationToken);
        var lists = new Dictionary<string, AllowedList>(StringComparer.Ordinal);
        foreach (var column in register.Columns)
        {
            if (await ListAsync(column, terms, cancellationToken) is { } list)
            {
                lists.Add(column.Name, list);
            }
        }

        return new TemplateChoices(lists);
    }

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        // A scheme that is adopted meanwhile would not see these people, nor they the scheme.
        var locked = await LockedScope.OfAsync(db, RegisterScope.Current, cancellationToken);
        var there = await db
            .RegisterRows.Where(row => row.Cycle == Guid.Empty && row.Register == register.Name)
            .ToDictionaryAsync(row => row.Key, StringComparer.Ordinal, cancellationToken);
        var context = await contexts.OfAsync(cycle: null, cancellationToken);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var contents = await run.ReadRowsAsync(
            row =>
            {
                var content = register.Read(
                    row,
                    context,
                    key => there.GetValueOrDefault(key)?.ContentJson
                );
                return seen.Add(content.Key)
                    ? content
                    : throw new RowRefused(
                        register.Columns.First(column => column.IsKey).Name,
                        "duplicateId",
                        $"“{content.Key}”在文件中重复。"
                    );
            },
            cancellationToken
        );
        var now = time.GetUtcNow();
        var edit = new RegisterEdit(
            ChinaTime.DayOf(now),
            $"导入 {run.Job.FileName}",
            run.Job.UploadedBy,
            now,
            run.Job.Id
        );
        var changes = new List<RegisterChange>();
        var (added, ended) = (0, 0);
        foreach (var content in contents)
        {
            if (there.TryGetValue(content.Key, out var row))
            {
                ended += row.State == RowState.Ended ? 1 : 0;
                if (row.Change(content, edit) is { } change)
                {
                    changes.Add(change);
                    run.Brought(
                        row.Key,
                        new ImportedVersion(change.Version - 1),
                        new ImportedVersion(change.Version)
                    );
                }
            }
            else
            {
                var (created, creation) = RegisterRow.Create(
                    register,
                    RegisterScope.Current,
                    content,
                    edit
                );
                db.RegisterRows.Add(created);
                changes.Add(creation);
                run.Brought(created.Key, before: null, new ImportedVersion(created.Version));
                added++;
            }
        }

        run.CountAccepted(contents.Count, added, changes.Count - added);
        if (ended > 0)
        {
            // Whoever has left stays so: a file does not say that somebody has come back.
            run.Count("stillEnded", ended);
        }

        if (changes.Count > 0)
        {
            db.RegisterChanges.AddRange(changes);
            await db.SaveChangesAsync(cancellationToken);
            await locked.CountChangeAsync(
                areas: register == AllRegisters.Areas,
                reading,
                cancellationToken
            );
        }
    }

    public Task UndoAsync(ImportUndo undo, CancellationToken cancellationToken) =>
        undoing.RunAsync(register, undo, cancellationToken);

    private async Task<AllowedList?> ListAsync(
        RegisterColumn column,
        RegisterTerms terms,
        CancellationToken cancellationToken
    ) =>
        column.Content switch
        {
            ColumnContent.Area => AllowedList.Of(
                (await reading.AreasAsync(RegisterScope.Current, cancellationToken)).Select(
                    area => new AllowedValue(area.Id, area.Name)
                )
            ),
            ColumnContent.Person => AllowedList.Of(
                (await reading.StaffAsync(RegisterScope.Current, cancellationToken)).Select(
                    person => new AllowedValue(person.Id, person.Name)
                )
            ),
            _ => terms.WordsOf(column) is { } known
                ? AllowedList.Of(known.Select(word => word.Title))
                : null,
        };
}

internal static class RegisterImportRegistration
{
    /// <summary>Each register can be imported.</summary>
    public static void AddRegisterImports(this IServiceCollection services)
    {
        foreach (var register in AllRegisters.InOrder)
        {
            services.AddScoped<IImport>(provider =>
                ActivatorUtilities.CreateInstance<RegisterImport>(provider, register)
            );
        }
    }
}
