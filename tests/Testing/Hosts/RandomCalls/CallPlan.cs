namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>
/// Who calls what. Every operation is called by one role after the other; in between, those for whom it is call it, so
/// that more than permissions is tried.
/// </summary>
/// <param name="admits">Whether an operation is for a role.</param>
public sealed class CallPlan(
    IReadOnlyList<Operation> operations,
    IReadOnlyList<string> callers,
    Func<Operation, string, bool> admits
)
{
    /// <summary>What is to be called after everything else.</summary>
    public Func<Operation, bool> IsLast { get; init; } = _ => false;

    public IReadOnlyList<(Operation Operation, string Caller)> Make(Random random, int calls) =>
        [
            .. ByEverybody(random)
                .Zip(ByThoseItIsFor(random), (one, other) => new[] { one, other })
                .SelectMany(both => both)
                .Take(calls)
                .OrderBy(call => IsLast(call.Item1)),
        ];

    private IEnumerable<(Operation, string)> ByEverybody(Random random)
    {
        var shuffled = operations
            .Select(operation => (operation, Callers: Shuffled(random)))
            .ToList();
        for (var round = 0; ; round++)
        {
            foreach (var (operation, own) in shuffled)
            {
                yield return (operation, own[round % own.Length]);
            }
        }
    }

    private string[] Shuffled(Random random)
    {
        var shuffled = callers.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private IEnumerable<(Operation, string)> ByThoseItIsFor(Random random)
    {
        var pairs = operations
            .Select(operation =>
                (
                    operation,
                    Callers: callers.Where(caller => admits(operation, caller)).ToArray(),
                    operation.Weight
                )
            )
            .Where(pair => pair.Callers.Length > 0)
            .SelectMany(pair => Enumerable.Repeat((pair.operation, pair.Callers), pair.Weight))
            .ToArray();
        while (true)
        {
            var (operation, own) = OddTexts.Pick(random, pairs);
            yield return (operation, OddTexts.Pick(random, own));
        }
    }
}
