using Assessment.Archives;
using Assessment.Archives.Content;
using Assessment.Audit;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Results;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Results;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Signing;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.FinalFiles;

/// <summary>
/// 最终结果文件: makes it of a stored result, signs it and keeps it. Whoever makes one has locked the cycle, so that no
/// version is made twice.
/// </summary>
public sealed class FinalArchive(
    ScoringDb db,
    SchemeStore schemes,
    ArchivedRecords records,
    SigningKeys keys,
    TimeProvider time
)
{
    /// <summary>The final file that holds; null where there is none yet.</summary>
    public Task<FinalFile?> FindNewestAsync(Guid cycle, CancellationToken cancellationToken) =>
        db
            .FinalFiles.AsNoTracking()
            .Where(file => file.Cycle == cycle)
            .OrderByDescending(file => file.Version)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Makes the cycle's next final file and adds it to the context; it is kept with whatever else is saved next. Registers
    /// and ledgers are in it as they are now, and the audit log as far as it is committed; the facts are the result's own.
    /// </summary>
    /// <param name="result">The result that became final, with its decisions among its facts.</param>
    /// <param name="cause">Of a correction: why. Null of the first one.</param>
    /// <exception cref="FinalFileMustGiveTheSameDigest">The stored facts do not give the stored result.</exception>
    /// <exception cref="CorrectionNeedsACause">There is a final file already, and no word of why there is another.</exception>
    /// <exception cref="SigningKeyCannotBeUnwrapped">The key ring is not the one that wrapped the key.</exception>
    public async Task<FinalFile> MakeAsync(
        Cycle cycle,
        AssessmentResult result,
        string? cause,
        CancellationToken cancellationToken
    )
    {
        var before = await FindNewestAsync(cycle.Id, cancellationToken);
        if (
            before is not null
            && (string.IsNullOrWhiteSpace(cause) || cause.Length > FinalFile.CauseLength)
        )
        {
            throw new CorrectionNeedsACause(FinalFile.CauseLength);
        }

        var content = await ContentAsync(cycle, result, before, cause, cancellationToken);
        using var signature = await keys.OpenAsync(cancellationToken);
        var written = FinalFileWriter.Write(content, signature);
        var file = new FinalFile
        {
            Id = Guid.CreateVersion7(content.MadeAt),
            Township = cycle.Township,
            Cycle = cycle.Id,
            Result = result.Id,
            Version = content.Version,
            ManifestSha256 = written.ManifestSha256,
            KeyFingerprint = signature.Fingerprint,
            MadeAt = content.MadeAt,
            Content = written.Content,
        };
        db.FinalFiles.Add(file);
        db.Record(
            new AuditedChange(
                AuditActions.FinalFileMade,
                $"cycle:{cycle.Id}",
                cycle.Id,
                Reason: content.Cause,
                After: new
                {
                    file.Version,
                    result.Digest,
                    Manifest = file.ManifestSha256,
                    Fingerprint = file.KeyFingerprint,
                }
            )
        );
        return file;
    }

    private async Task<FinalContent> ContentAsync(
        Cycle cycle,
        AssessmentResult result,
        FinalFile? before,
        string? cause,
        CancellationToken cancellationToken
    )
    {
        var adopted = await db
            .Schemes.AsNoTracking()
            .SingleAsync(scheme => scheme.Id == cycle.Adoption, cancellationToken);
        var facts = result.Facts();
        return new()
        {
            Township = cycle.Township,
            Cycle = cycle.Id,
            Title = cycle.Title,
            Year = cycle.Year,
            Calculation = (result.Id, result.Number, result.CalculatedAt),
            Version = (before?.Version ?? 0) + 1,
            Replaces = before is null ? null : (before.Version, before.ManifestSha256),
            Cause = before is null ? null : cause,
            MadeAt = time.GetUtcNow(),
            Result = await EvaluateAsync(cycle, result, cancellationToken),
            SchemeText = adopted.Text,
            Questionnaires = adopted.Questionnaires(),
            SourceText = adopted.Source,
            Facts = facts,
            Registers = await records.RegistersAsync(cycle.Id, cancellationToken),
            Ledger = await records.LedgerAsync(cycle.Id, cancellationToken),
            Events = await records.EventsAsync(cycle.Id, cancellationToken),
            AuditLines = await records.AuditLinesAsync(cycle.Township, cycle.Id, cancellationToken),
        };
    }

    /// <summary>Once more, from what is stored: only what can be calculated again becomes final.</summary>
    private async Task<EvaluationResult> EvaluateAsync(
        Cycle cycle,
        AssessmentResult result,
        CancellationToken cancellationToken
    )
    {
        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        var evaluated = Evaluator.Evaluate(scheme, result.Facts());
        return evaluated.Digest == result.Digest
            ? evaluated
            : throw new FinalFileMustGiveTheSameDigest();
    }
}
