using System.Text.Json;
using Assessment.Audit;
using Assessment.Contracts;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Imports;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Messaging;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Results;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Calculation;

/// <summary>
/// 计算: asks the sources, waits until nothing is under way, evaluates. Whoever calls this has locked the cycle, so that
/// the last one to arrive sees everything, and one alone calculates.
/// </summary>
public sealed partial class Calculations(
    ScoringDb db,
    SchemeStore schemes,
    RegisterReading registers,
    FactSets facts,
    ResultStore results,
    TimeProvider time,
    ILogger<Calculations> log
)
{
    /// <summary>Asks again, whatever an earlier request still waits for.</summary>
    public async Task<CalculationRequest> AskAsync(
        Cycle cycle,
        string by,
        CancellationToken cancellationToken
    )
    {
        cycle.State = cycle.State.AskForCalculation();
        if (!await registers.HasAreasAsync(new RegisterScope(cycle.Id), cancellationToken))
        {
            throw new AreasMustBeImportedBeforeCalculating();
        }

        await EndAsync(cycle, CalculationStatus.Superseded, cancellationToken);
        var request = new CalculationRequest
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Township = db.Township!,
            Cycle = cycle.Id,
            AskedAt = time.GetUtcNow(),
            AskedBy = by,
        };
        db.Calculations.Add(request);
        db.Record(
            new AuditedChange(AuditActions.CalculationAsked, $"calculation:{request.Id}", cycle.Id)
        );
        db.Send(new SourcesAsked(cycle.Township, cycle.Id, request.Id));
        await db.SaveChangesAsync(cancellationToken);
        await RunIfCompleteAsync(cycle, cancellationToken);
        return request;
    }

    /// <summary>Ends what still waits for sources or imports, without results; saved with the caller's changes.</summary>
    public async Task EndAsync(
        Cycle cycle,
        CalculationStatus status,
        CancellationToken cancellationToken
    )
    {
        foreach (var waiting in await WaitingRequests(cycle.Id).ToListAsync(cancellationToken))
        {
            waiting.Status = status;
            waiting.EndedAt = time.GetUtcNow();
        }
    }

    /// <summary>Evaluates when somebody waits for results and nothing is under way any more.</summary>
    public async Task RunIfCompleteAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        if (
            await WaitingRequests(cycle.Id).SingleOrDefaultAsync(cancellationToken)
            is not { } request
        )
        {
            return;
        }

        var scheme = await schemes.ReadAsync(cycle.Adoption, cancellationToken);
        if ((await WaitingForAsync(cycle, scheme, request, cancellationToken)).Count > 0)
        {
            return;
        }

        await RunAsync(cycle, scheme, request, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<MissingInput>> WaitingForAsync(
        Cycle cycle,
        Scheme scheme,
        CalculationRequest request,
        CancellationToken cancellationToken
    ) =>
        Completeness.WaitingFor(
            new CollectionState(
                [
                    .. CyclePlan
                        .Of(scheme, cycle.Year)
                        .Collectors.Select(collector => collector.Name),
                ],
                await db
                    .CalculationAnswers.Where(answer => answer.Request == request.Id)
                    .ToListAsync(cancellationToken),
                await db
                    .SourceReports.AsNoTracking()
                    .Where(report => report.Cycle == cycle.Id)
                    .ToDictionaryAsync(
                        report => (report.Source, report.Subject),
                        report => report.Version,
                        cancellationToken
                    ),
                await PendingImports(cycle.Id).CountAsync(cancellationToken)
            )
        );

    /// <summary>Imports of the cycle that have not ended.</summary>
    public IQueryable<ImportJob> PendingImports(Guid cycle) =>
        db
            .Imports.AsNoTracking()
            .Where(job =>
                job.Cycle == cycle
                && (job.Status == ImportStatus.Queued || job.Status == ImportStatus.Running)
            );

    private IQueryable<CalculationRequest> WaitingRequests(Guid cycle) =>
        db.Calculations.Where(request =>
            request.Cycle == cycle && request.Status == CalculationStatus.Waiting
        );

    private async Task RunAsync(
        Cycle cycle,
        Scheme scheme,
        CalculationRequest request,
        CancellationToken cancellationToken
    )
    {
        request.EndedAt = time.GetUtcNow();
        var given = await facts.OfAsync(cycle, cancellationToken);
        try
        {
            var evaluated = Evaluator.Evaluate(scheme, given);
            var number = await results.NextNumberAsync(cycle.Id, cancellationToken);
            var result = AssessmentResult.Of(cycle, request, number, evaluated, given);
            results.Add(result, evaluated);
            request.Status = CalculationStatus.Done;
            cycle.State = CycleState.Calculated;
            db.Record(
                new AuditedChange(
                    AuditActions.CalculationDone,
                    $"calculation:{request.Id}",
                    cycle.Id,
                    After: new
                    {
                        request.AskedBy,
                        result.Number,
                        result.Digest,
                    }
                )
            );
            LogCalculated(cycle.Id, result.Digest);
        }
        catch (FactSetException unfit)
        {
            Fail(
                cycle,
                request,
                [
                    .. unfit.Problems.Select(problem => new Problem(
                        problem.Code,
                        problem.Message,
                        Line: null,
                        problem.Subject
                    )),
                ]
            );
        }
        catch (ArithmeticException overflow)
        {
            // Facts within their ranges cannot lead here; a scheme with senseless factors could.
            LogArithmeticFailure(cycle.Id, overflow);
            Fail(
                cycle,
                request,
                [new Problem("arithmetic-failed", "计算中出现除以零或数值溢出，请检查方案的参数。")]
            );
        }
    }

    private void Fail(Cycle cycle, CalculationRequest request, IReadOnlyList<Problem> problems)
    {
        request.Status = CalculationStatus.Failed;
        db.Record(
            new AuditedChange(
                AuditActions.CalculationFailed,
                $"calculation:{request.Id}",
                cycle.Id,
                After: new
                {
                    request.AskedBy,
                    Code = problems[0].Code,
                    Problems = problems.Count,
                }
            )
        );
        request.ProblemsJson = JsonSerializer.Serialize(problems);
        LogNotCalculated(cycle.Id, problems[0].Code);
    }

    [LoggerMessage(LogLevel.Information, "Cycle {Cycle} calculated: {Digest}")]
    private partial void LogCalculated(Guid cycle, string digest);

    [LoggerMessage(LogLevel.Error, "The arithmetic of cycle {Cycle} failed")]
    private partial void LogArithmeticFailure(Guid cycle, Exception failure);

    [LoggerMessage(LogLevel.Warning, "Cycle {Cycle} could not be calculated: {Code}")]
    private partial void LogNotCalculated(Guid cycle, string code);
}
