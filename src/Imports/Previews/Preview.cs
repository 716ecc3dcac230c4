using Assessment.Imports.Heads;
using Assessment.Imports.Spreadsheets;
using Assessment.Persistence.Failures;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Townships;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Imports.Previews;

/// <summary>
/// Shows how a file would be imported (预览). It is the import itself, in a transaction and a scope of its own that are
/// given up: what it refuses is what the import will refuse, and nothing that it writes, messages included, ever holds.
/// </summary>
public sealed class Preview(IServiceScopeFactory scopes)
{
    /// <param name="job">The upload; it is not stored.</param>
    public async Task<ImportPreview> OfAsync(ImportJob job, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(job.Township);
        var import = scope
            .ServiceProvider.GetServices<IImport>()
            .Single(import => import.Kind == job.Kind);
        if (import.ForCycle)
        {
            job.CycleTitle = await import.CycleTitleAsync(job.Cycle, cancellationToken);
        }

        var preview = ImportPreview.Of(job);
        try
        {
            var table = TableReader.Read(job.Content);
            preview = preview.With(table);
            var columns = await import.ColumnsAsync(cancellationToken);
            var heads = ReadHeads.Of(import.Kind, columns, table.Header);
            preview = preview.With(heads);
            if (heads.Refusal is { } refusal)
            {
                throw refusal;
            }

            table = table.Under(heads);
            var run = new ImportRun(job, table, _ => Task.CompletedTask) { FirstRows = new() };
            await RunAsync(
                scope.ServiceProvider.GetRequiredService<ServiceDb>(),
                import,
                run,
                cancellationToken
            );
            return preview.With(table).With(run) with { FirstRows = run.FirstRows.Under(heads) };
        }
        catch (DomainException refusal)
        {
            return preview with { Error = new Problem(refusal.Code, refusal.Message) };
        }
        catch (UnreadableFileException unreadable)
        {
            return preview with
            {
                Error = new Problem(UnreadableFileException.Code, unreadable.Message),
            };
        }
        catch (Exception failure) when (UnstorableValue.IsCauseOf(failure))
        {
            var refusal = new ImportFileCannotBeStored();
            return preview with { Error = new Problem(refusal.Code, refusal.Message) };
        }
    }

    private static async Task RunAsync(
        ServiceDb db,
        IImport import,
        ImportRun run,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await import.RunAsync(run, cancellationToken);
        // What the database cannot store it refuses here, as it would in the import.
        await db.SaveChangesAsync(cancellationToken);
        await transaction.RollbackAsync(CancellationToken.None);
    }
}
