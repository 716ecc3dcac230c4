using System.Globalization;
using Assessment.Engine.Facts;
using Assessment.Engine.Forms;
using Assessment.Engine.Language;
using Assessment.Engine.Panels;

namespace Assessment.Engine.Tests.Panels;

/// <summary>A township's raw year as files (columns: shared formats of imports), without what services do with them.</summary>
internal sealed class RawYear(string folder)
{
    internal Scheme Scheme { get; } = SchemeFolder.Read(folder);

    /// <summary>Areas, staff, the departments' scores and the events.</summary>
    internal FactSet WithoutPanels()
    {
        var bases = Rows("bases").ToDictionary(row => row["person"], row => row.Number("base"));
        return new(
            Scheme.Id,
            Scheme.Year,
            [
                .. Rows("areas")
                    .Select(row => new Area(
                        row["id"],
                        row["name"],
                        row.Whole("households") ?? 0,
                        row.Whole("party_members") ?? 0,
                        row.Text("category")
                    )),
            ],
            [.. Rows("staff").Select(row => Person(row, bases.GetValueOrDefault(row["id"])))],
            [
                .. Rows("scores")
                    .Select(row => new Fact(
                        row["area"],
                        row["item"],
                        row.Number("score")!.Value,
                        row["department"],
                        row.Text("period")
                    )),
            ],
            [.. Rows("events").Select(Event)]
        );
    }

    /// <summary>The boxes of all panels and units with every sheet of the file cast into them.</summary>
    /// <param name="verdicts">What each sheet was told, in the order of the file.</param>
    internal List<BallotBox> Boxes(
        FactSet register,
        List<(string[] Sheet, FormReport Report)> verdicts
    )
    {
        var boxes = Rows("panels")
            .Select(row => new BallotBox(
                Scheme.Collection.Panels.Single(panel => panel.Id == row["panel"]),
                PanelRoll.Of(
                    Scheme,
                    Scheme.Collection.Panels.Single(panel => panel.Id == row["panel"]),
                    register,
                    row.Text("unit"),
                    row.Whole("eligible")!.Value
                )
            ))
            .ToList();
        foreach (var (panel, unit, sheet) in SheetRow.Sheets(Rows("ballots").Select(Mark)))
        {
            var box = boxes.Single(box => box.Panel.Id == panel && box.Roll.Unit == unit);
            verdicts.Add(([panel, unit ?? "", sheet.Number], box.Cast(sheet)));
        }
        return boxes;
    }

    private static StaffMember Person(Row row, decimal? amount) =>
        new(row["id"], row["area"], row["name"], row["post"])
        {
            Presiding = row.Text("presiding") is { } presiding ? presiding == "true" : null,
            OnSite = row.Text("on_site") is { } onSite ? onSite == "true" : null,
            Identity = row.Text("identity"),
            Months = row.Whole("months"),
            LeaveMonths = row.Whole("leave_months"),
            RetiredInYear = row.Text("retired_in_year") is { } retired ? retired == "true" : null,
            PreviousGrade = row.Text("previous_grade"),
            Base = amount,
        };

    private static SheetRow Mark(Row row) =>
        new(
            row["panel"],
            row.Text("unit"),
            row["sheet"],
            row.Text("rater"),
            row["subject"],
            row.Number("score"),
            row.Text("option")
        );

    private static AssessmentEvent Event(Row row) =>
        new(row["id"], row["subject"], row["rule"])
        {
            Level = row.Text("level"),
            Points = row.Number("points"),
            Count = row.Number("count"),
            Item = row.Text("item"),
            Work = row.Text("work"),
            Award = row.Text("award"),
            Holder = row.Text("holder"),
            Waiver = row.Number("waiver"),
        };

    private IEnumerable<Row> Rows(string file)
    {
        var path = SchemeFolder.PathOf(folder, "year", $"{file}.csv");
        if (!File.Exists(path))
        {
            return [];
        }

        var lines = File.ReadAllLines(path).Where(line => line.Length > 0).ToList();
        var heads = lines[0].Split(',');
        return lines.Skip(1).Select(line => new Row(heads, line.Split(',')));
    }

    private sealed record Row(string[] Heads, string[] Cells)
    {
        internal string this[string head] => Cells[Array.IndexOf(Heads, head)];

        internal string? Text(string head) =>
            Array.IndexOf(Heads, head) is var at and >= 0 && Cells[at].Length > 0
                ? Cells[at]
                : null;

        internal decimal? Number(string head) =>
            Text(head) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

        internal int? Whole(string head) => (int?)Number(head);
    }
}
