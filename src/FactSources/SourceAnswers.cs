using Assessment.Contracts;
using Assessment.Imports;
using Assessment.Persistence.Messaging;
using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.FactSources;

/// <summary>
/// Answers Scoring's questions: what has been reported, and the imports that are still under way; as long as there are
/// any, again after each of them. A question of a cycle that is not known here yet waits for it: an empty answer would let
/// Scoring calculate without this source.
/// </summary>
public sealed class SourceAnswers(
    ServiceDb db,
    IFactSource source,
    SourceName name,
    SubjectReports reports
)
{
    /// <summary>Answers the open questions about the cycle, and saves.</summary>
    public async Task AnswerAsync(Guid cycle, CancellationToken cancellationToken)
    {
        if (!await source.LockAsync(cycle, cancellationToken))
        {
            return;
        }

        var open = await db
            .SourceQuestions.Where(question => question.Cycle == cycle && !question.IsSettled)
            .ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return;
        }

        await source.ReportAsync(cycle, cancellationToken);
        var versions = await reports.VersionsAsync(cycle, cancellationToken);
        var pending = await db.Imports.CountAsync(
            job =>
                (source.SharesImports || job.Cycle == cycle)
                && (job.Status == ImportStatus.Queued || job.Status == ImportStatus.Running),
            cancellationToken
        );
        foreach (var question in open)
        {
            question.Sequence++;
            question.IsSettled = pending == 0;
            db.Send(
                new SourceAnswered(
                    db.Township!,
                    cycle,
                    question.Id,
                    name.Value,
                    question.Sequence,
                    pending,
                    versions
                )
            );
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Answers the open questions that the end of the import may change.</summary>
    internal async Task AnswerAfterAsync(ImportJob ended, CancellationToken cancellationToken)
    {
        var cycles = source.SharesImports
            ? await db
                .SourceQuestions.Where(question => !question.IsSettled)
                .Select(question => question.Cycle)
                .Distinct()
                .OrderBy(cycle => cycle)
                .ToListAsync(cancellationToken)
            : [ended.Cycle];
        foreach (var cycle in cycles)
        {
            await AnswerAsync(cycle, cancellationToken);
        }
    }
}

/// <summary>Answers those who wait for imports, after each that ends, completed or refused.</summary>
internal sealed class AnswersAfterImports(SourceAnswers answers) : IImportListener
{
    public Task OnEndedAsync(ImportJob job, CancellationToken cancellationToken) =>
        answers.AnswerAfterAsync(job, cancellationToken);
}
