using Assessment.Engine.Conditions;
using Assessment.Engine.Expressions;

namespace Assessment.Engine.Reading;

/// <content>Lines, the person's area, peers, and numbers by name.</content>
internal sealed partial class ExpressionReader
{
    private static readonly (string Key, SubjectName Name)[] LookupNames =
    [
        ("grade", SubjectName.Grade),
        ("band", SubjectName.Band),
        ("areaGrade", SubjectName.AreaGrade),
        ("areaTier", SubjectName.AreaTier),
        ("post", SubjectName.Post),
        ("identity", SubjectName.Identity),
    ];

    private Reference? ReadLine(YamlMap map, string key)
    {
        var id = map.Text(key);
        if (_scope.Lines.ContainsKey(id))
        {
            return LineReference(id);
        }

        _state.Problems.Add(
            map.Take(key)!,
            "line-unknown",
            $"“collection.lines”里没有“{id}”{NearestName.Hint(id, _scope.Lines.Keys)}"
        );
        return null;
    }

    private Reference LineReference(string id)
    {
        _state.Used.Add(_state.Lines[id]);
        var (column, title) = _scope.Lines[id];
        return new(column, id, title);
    }

    private Expression? ReadOfArea(YamlMap map, string key)
    {
        var name = map.Text(key);
        if (name is "total" or "rank" && _scope.Areas is not null)
        {
            return new AreaOutcomeReading(rank: name == "rank");
        }

        if (
            _scope.Kind == ScopeKind.Staff
            && _scope.Areas?.Names.TryGetValue(name, out var named) == true
        )
        {
            return new AreaReference(named.Column, name, named.Title);
        }

        _state.Problems.Add(map.Take(key)!, "name-unknown", NotOfArea(name));
        return null;
    }

    private string NotOfArea(string name)
    {
        if (_scope.Areas is not { } areas)
        {
            return $"方案不考核居民区（没有“areas”），不能用“ofArea”取“{name}”";
        }

        return _scope.Kind == ScopeKind.Payout
            ? $"发放规则里的“ofArea”只能是 total 或 rank，没有“{name}”"
            : $"“ofArea”应当是 total、rank 或居民区的项目、指标，没有“{name}”{NearestName.Hint(name, areas.Names.Keys.Union(["total", "rank"]))}";
    }

    private PeersMean? ReadPeersMean(YamlMap map, string key)
    {
        var name = map.Text(key);
        var absent = ReadAbsent(map);
        if (_scope.Names.TryGetValue(name, out var named))
        {
            return new(named.Column, name, named.Title, absent);
        }

        _state.Problems.Add(
            map.Take(key)!,
            "name-unknown",
            $"“peersMean”应当是本类人员的项目或指标，没有“{name}”{NearestName.Hint(name, Usable)}"
        );
        return null;
    }

    private Lookup? ReadLookup(YamlMap map, string key)
    {
        var written = map.Text(key);
        var values = new List<(string Name, Constant Value)>();
        var table = map.Map("values");
        foreach (
            var known in LookupNames.Where(one =>
                string.Equals(one.Key, written, StringComparison.Ordinal)
            )
        )
        {
            if (
                _scope.Kind == ScopeKind.Staff
                && known.Name is SubjectName.Grade or SubjectName.Band
            )
            {
                _state.Problems.Add(
                    map.Take(key)!,
                    "lookup-not-here",
                    $"{known.Name.Title()}要等总分算出才有，人员的算法里不能按{known.Name.Title()}查数"
                );
            }

            var valid = _scope.Valid(known.Name, _state);
            var allValid = table is not null;
            var given = new List<UnitRelations.Part>();
            foreach (var (name, at, node) in table?.Entries() ?? [])
            {
                allValid &= valid.Contains(name);
                if (!valid.Contains(name))
                {
                    _state.Problems.Add(
                        at,
                        "lookup-name-unknown",
                        $"没有名为“{name}”的{known.Name.Title()}{NearestName.Hint(name, valid.Where(one => !table!.Has(one)))}"
                    );
                }

                values.Add((name, _state.Constant(node, name)));
                given.Add(new(node, values[^1].Value));
            }
            _scope.Units.Add(given);
            var declared = LookupQuantities.Declared(values);
            var lookup = new Lookup(
                known.Name,
                values,
                _state.TitlesOf(known.Name),
                declared ?? _quantity,
                isDeclared: declared is not null
            );
            // A name that is misspelt is also one that is left out.
            if (allValid && !map.Has("absent"))
            {
                _scope.OpenLookups.Add(new(map.Take("values")!, lookup));
            }

            return lookup;
        }
        _state.Problems.Add(
            map.Take(key)!,
            "lookup-unknown",
            $"“lookup”只能是 {string.Join("、", LookupNames.Where(one => _scope.Valid(one.Name, _state).Count > 0).Select(one => one.Key))}"
        );
        return null;
    }
}
