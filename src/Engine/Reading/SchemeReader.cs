using System.Collections.Frozen;
using System.Globalization;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using Assessment.Engine.Panels;
using Assessment.Engine.Results;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>Reads a scheme file (方案文件). The language is described in this project's README.</summary>
public static class SchemeReader
{
    /// <param name="fileName">Named in problems.</param>
    /// <exception cref="SchemeException">The file is not a scheme; carries every problem.</exception>
    public static Scheme Read(string yaml, string fileName)
    {
        var problems = new ProblemList(fileName);
        var scheme = Read(yaml, problems);
        return scheme is not null && problems.IsEmpty
            ? scheme
            : throw new SchemeException(problems.Sorted());
    }

    /// <summary>Every problem of the file; none where it is a scheme.</summary>
    public static IReadOnlyList<SchemeProblem> Check(string yaml, string fileName)
    {
        var problems = new ProblemList(fileName);
        _ = Read(yaml, problems);
        return problems.Sorted();
    }

    /// <summary>
    /// A scheme that is only half changed into another: bound, though points need not add up nor everything be used.
    /// Null where names do not fit together.
    /// </summary>
    internal static Scheme? Draft(YamlMappingNode root)
    {
        var problems = new ProblemList("");
        var scheme = Read(YamlMap.From(root, problems, "方案文件")!, problems);
        return problems.Sorted().All(problem => ProblemCodes.LeaveRulesBound.Contains(problem.Code))
            ? scheme
            : null;
    }

    private static Scheme? Read(string yaml, ProblemList problems) =>
        YamlFile.Parse(yaml, problems, "方案文件") is { } root && problems.IsEmpty
            ? Read(root, problems)
            : null;

    private static Scheme? Read(YamlMap root, ProblemList problems)
    {
        var state = new ReadingState(problems);
        var head = ReadHead(root, state);
        // Where the year could not be read, the latest values do: the mistake is the year's alone.
        state.Year = head.Year > 0 ? head.Year : int.MaxValue;
        ConventionsReader.Read(root, state);
        DeclarationReader.ReadParameters(root, state);
        DeclarationReader.ReadFacts(root, state);
        DeclarationReader.CheckFacts(root, state);
        EventRuleReader.Read(root, state);
        DeclarationReader.ReadPosts(root, state);
        AttributeDeclarationReader.Read(root, state);
        var before = problems.Count;
        var collection = new CollectionReader(state).Read(root);
        // What could not be read of the collection would seem not to be collected.
        if (problems.Count == before)
        {
            ReporterReader.Check(collection, state);
        }

        var scope = new SheetScope(ScopeKind.Areas, state.AreaSlots, areas: null)
        {
            Of = PanelRoll.Areas,
        };
        var areas = root.OptionalMap("areas") is { } map
            ? new SheetReader(state, scope).ReadAreas(map)
            : null;
        var staff = new StaffReader(state, areas is null ? null : scope);
        var classes = staff.Read(root);
        if (!root.Has("areas") && !root.Has("staff"))
        {
            problems.Add(
                root.Node,
                "nobody-assessed",
                "方案须写明“areas”（居民区）或“staff”（人员）"
            );
        }

        var payout = new PayoutReader(state, staff.AllNames).Read(root);
        var publicity = PublicityReader.Read(root, state);
        IReadOnlyList<ScoreSheet> sheets = [.. areas is null ? [] : new[] { areas }, .. classes];
        ReporterReader.CheckCarried(sheets, state);
        var subjects = SubjectNames.Of(sheets, state);
        state.Panels.Check(subjects, state);
        var bodies = BodyReader.Read(root, state);
        var procedure = new ProcedureReader(
            state,
            [.. scope.Grades.Union(staff.AllNames.Grades, StringComparer.Ordinal)],
            subjects,
            bodies
        ).Read(root);
        var followUps = new FollowUpReader(
            state,
            new(
                state,
                RaisedFindings.Of(sheets, payout, state),
                [.. sheets.SelectMany(sheet => sheet.Flags).Select(flag => flag.Code)],
                subjects
            ),
            new(state, bodies)
        ).Read(root);
        var circulars = CircularReader.Read(root, state);
        var postings = PostingsReader.Read(root, payout, state);
        root.Close();
        // What is unused is only worth saying when everything else could be read.
        if (problems.IsEmpty)
        {
            ReportUnused(root, state);
        }

        return new(
            head,
            collection,
            new(
                [.. state.Parameters.Values],
                state.Facts,
                state.AreaSlots.Layout(AreaItems(state)),
                state.StaffSlots.Layout(StaffItems(state)),
                state.Events.ToFrozenDictionary(StringComparer.Ordinal),
                Voidable(areas, classes),
                new Vocabulary(state.Posts),
                new Vocabulary(state.Identities),
                areas,
                classes,
                payout,
                publicity,
                procedure,
                state.Citations
            )
            {
                FollowUps = followUps,
                Circulars = circulars,
                Postings = postings,
                Attributes = [.. state.Attributes.Values],
            }
        );
    }

    /// <summary>The items that an event may make count 0: those that are not the sum of others.</summary>
    private static FrozenSet<string> Voidable(ScoreSheet? areas, List<ScoreSheet> classes) =>
        classes
            .Prepend(areas)
            .OfType<ScoreSheet>()
            .SelectMany(sheet => sheet.Values)
            .Where(value => value.Expression is Voidable)
            .Select(value => value.Id)
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All facts and lines but those that only rules of staff read.</summary>
    private static IEnumerable<(string, PointRange?, FactLimits, string?)> AreaItems(
        ReadingState state
    ) =>
        state
            .Facts.Values.Where(fact =>
                state.AreaSlots.Reads(fact.Item) || !state.StaffSlots.Reads(fact.Item)
            )
            .Select(fact => (fact.Item, fact.Range, FactLimits.Of(fact), OnlySource(fact)))
            .Concat(
                state.Lines.Values.Select(line =>
                    (
                        line.Id,
                        (PointRange?)new PointRange(line.Least, line.Most),
                        FactLimits.Of(line),
                        line.Departments.Count == 1 ? line.Departments[0] : null
                    )
                )
            );

    private static IEnumerable<(string, PointRange?, FactLimits, string?)> StaffItems(
        ReadingState state
    ) =>
        state
            .Facts.Values.Where(fact => state.StaffSlots.Reads(fact.Item))
            .Select(fact => (fact.Item, fact.Range, FactLimits.Of(fact), OnlySource(fact)));

    /// <summary>Where only one can have reported, a fact need not say who.</summary>
    private static string? OnlySource(FactDeclaration fact) =>
        fact.Sources.Count == 1 ? fact.Sources.Keys.Single() : null;

    private static SchemeHead ReadHead(YamlMap root, ReadingState state)
    {
        var source = new SchemeSource("", "", "", null);
        if (root.Map("source") is { } map)
        {
            source = new(
                map.Text("file"),
                map.Text("title"),
                map.Text("issuer"),
                ReadDate(map, state)
            );
            map.Close();
        }
        return new(
            root.Text("scheme"),
            Sha256.Of(CanonicalForm.Of(root.Node)),
            root.Text("title"),
            root.Text("township"),
            root.Integer("year"),
            source,
            root.Node
        );
    }

    private static DateOnly? ReadDate(YamlMap map, ReadingState state)
    {
        if (map.OptionalText("date") is not { } text)
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            return date;
        }

        state.Problems.Add(map.Take("date")!, "date-expected", "“date”应当是日期，例如 2024-06-28");
        return null;
    }

    private static void ReportUnused(YamlMap root, ReadingState state)
    {
        Report("parameters", state.Parameters.Values, parameter => parameter.Id);
        Report("facts", state.Facts.Values, fact => fact.Item);
        Report("events", state.Events.Values, rule => rule.Id);
        foreach (var line in state.Lines.Values.Where(line => !state.Used.Contains(line)))
        {
            state.Problems.Add(
                state.LineNodes[line.Id],
                "unused",
                $"评分线条“{line.Id}”没有任何规则用到"
            );
        }

        void Report<T>(string section, IEnumerable<T> declared, Func<T, string> id)
            where T : class
        {
            foreach (var unused in declared.Where(one => !state.Used.Contains(one)))
            {
                var name = id(unused);
                var key = root.OptionalMap(section)!.KeyNode(name);
                state.Problems.Add(key, "unused", $"“{section}”里的“{name}”没有任何规则用到");
            }
        }
    }
}
