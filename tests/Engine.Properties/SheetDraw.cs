using System.Globalization;
using Assessment.Engine.Facts;
using Assessment.Engine.Forms;
using Assessment.Engine.Language;
using Assessment.Engine.Panels;

namespace Assessment.Engine.Properties;

/// <summary>Draws a register, and sheets as people cast them: most keep their form, some do not.</summary>
internal sealed class SheetDraw(Scheme scheme, int seed)
{
    private readonly Random _random = new(seed);

    internal BallotBox Box(Panel panel)
    {
        var register = Register();
        var unit = panel.Unit == PanelUnit.Area ? register.Areas[0].Id : null;
        return new(panel, PanelRoll.Of(scheme, panel, register, unit, _random.Next(1, 30)));
    }

    internal List<Sheet> Sheets(BallotBox box) =>
        [.. Enumerable.Range(1, _random.Next(1, 12)).Select(number => Sheet(box, $"s{number}"))];

    internal int Number(int below) => _random.Next(below);

    private FactSet Register()
    {
        var areas = Enumerable
            .Range(1, _random.Next(1, 9))
            .Select(i => new Area($"a{i}", $"居民区{i}", 1000, 50))
            .ToList();
        var posts = scheme.Posts.Keys.ToArray();
        var staff = areas.SelectMany(area =>
            Enumerable
                .Range(1, posts.Length == 0 ? 0 : _random.Next(0, 14))
                .Select(i => new StaffMember($"{area.Id}p{i}", area.Id, "", _random.Pick(posts)))
        );
        return new(scheme.Id, scheme.Year, areas, [.. staff], [], []);
    }

    private Sheet Sheet(BallotBox box, string number)
    {
        var subjects = box.Roll.Subjects.Keys.ToList();
        var marked = subjects.Where(_ => _random.Chance(0.9)).ToList();
        if (_random.Chance(0.03))
        {
            marked.Add(_random.Chance(0.5) || marked.Count == 0 ? "nobody" : marked[0]);
        }

        var rater = box switch
        {
            { Panel.IsNamed: false } => _random.Chance(0.02) ? "name" : null,
            { Roll.Raters: { Count: > 0 } raters } when _random.Chance(0.95) => _random.Pick([
                .. raters.Keys,
            ]),
            _ => $"评价人{_random.Next(40)}",
        };
        if (box.Panel.Raters.From == RatersFrom.Subjects && _random.Chance(0.9))
        {
            marked.RemoveAll(subject => subject != rater);
        }
        else if (box.Panel.ExcludesSelf && rater is not null && _random.Chance(0.9))
        {
            marked.Remove(rater);
        }

        return new(number, rater, Marks(box.Panel.Form, marked));
    }

    internal List<Mark> Marks(ScoringForm form, List<string> subjects)
    {
        var ranks = Enumerable.Range(1, subjects.Count).ToArray();
        _random.Shuffle(ranks);
        var steady = _random.Chance(0.6) ? _random.Next(4) : -1;
        return
        [
            .. subjects.Select(
                (subject, i) =>
                    _random.Chance(0.02)
                        ? new Mark(subject, null)
                        : form switch
                        {
                            BandForm bands => InBand(subject, bands, steady),
                            OptionForm options => new(
                                subject,
                                null,
                                _random.Chance(0.97)
                                    ? _random.Pick([.. options.Options]).Id
                                    : "other"
                            ),
                            RankingForm => new(
                                subject,
                                _random.Chance(0.97) ? ranks[i] : _random.Next(12)
                            ),
                            _ => new(subject, Score(form.Range!)),
                        }
            ),
        ];
    }

    private Mark InBand(string subject, BandForm form, int steady)
    {
        var band =
            steady >= 0 && _random.Chance(0.7)
                ? form.Bands[steady % form.Bands.Count]
                : _random.Pick([.. form.Bands]);
        return new(subject, Score(band.Range), _random.Chance(0.1) ? band.Name : null);
    }

    private decimal Score(PointRange range) =>
        _random.Chance(0.02)
            ? range.Most + 1m
            : decimal.Round(
                range.Least + ((range.Most - range.Least) * _random.Next(1001) / 1000m),
                _random.Next(2)
            );
}

/// <summary>Rows of sheets as text and back, as files have them.</summary>
internal static class SheetText
{
    internal static string Write(SheetRow row) =>
        string.Join(
            ',',
            row.Panel,
            row.Unit,
            row.Number,
            row.Rater,
            row.Subject,
            row.Score?.ToString(CultureInfo.InvariantCulture),
            row.Option
        );

    internal static SheetRow Read(string line)
    {
        var cells = line.Split(',');
        return new(
            cells[0],
            Text(cells[1]),
            cells[2],
            Text(cells[3]),
            cells[4],
            Text(cells[5]) is { } score ? decimal.Parse(score, CultureInfo.InvariantCulture) : null,
            Text(cells[6])
        );
    }

    private static string? Text(string cell) => cell.Length == 0 ? null : cell;
}
