using Assessment.Engine.Forms;
using Assessment.Engine.Panels;
using FsCheck.Fluent;

namespace Assessment.Engine.Properties;

/// <summary>What is taken of sheets stays taken, and what a broken one is told mends it.</summary>
public sealed class SheetsTest
{
    public static TheoryData<string> EachScheme => Schemes.All();

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void AcceptedSheets_ReadAgainFromTheirExport_AreNeverVoid(string scheme) =>
        ForEachBox(
            scheme,
            (draw, box) =>
            {
                foreach (var sheet in draw.Sheets(box))
                {
                    box.Cast(sheet);
                }

                var (panel, unit) = (box.Panel.Id, box.Roll.Unit);
                var export = box
                    .Valid.SelectMany(sheet => SheetRow.Of(panel, unit, sheet))
                    .Select(SheetText.Write);
                var again = new BallotBox(box.Panel, box.Roll);
                foreach (var read in SheetRow.Sheets(export.Select(SheetText.Read)))
                {
                    Assert.Equal((panel, unit), (read.Panel, read.Unit));
                    Assert.Empty(again.Cast(read.Sheet).Problems);
                    // The same again changes nothing.
                    Assert.Empty(again.Cast(read.Sheet).Problems);
                }
                Assert.Equal(box.Valid.Count, again.Valid.Count);
                Assert.Equal(PanelCount.Count(box), PanelCount.Count(again), Same);
            }
        );

    [Theory]
    [MemberData(nameof(EachScheme))]
    public void WhatABrokenFormIsTold_MendsIt_WithTheFewestChanges(string scheme) =>
        ForEachBox(
            scheme,
            (draw, box) =>
            {
                var form = box.Panel.Form;
                var marks = draw.Marks(form, ["a", "b", "c", "d", "e", "f"]);
                marks.RemoveRange(0, draw.Number(3));

                var report = form.Check(marks);

                Assert.Equal(report.IsKept, report.Changes.Count == 0);
                var mended = marks.ConvertAll(mark =>
                    report.Changes.FirstOrDefault(change => change.Subject == mark.Subject)?.Becomes
                    ?? mark
                );
                Assert.Empty(form.Check(mended).Problems);
                Assert.Equal(Fewest(form, marks), report.Changes.Count);
            }
        );

    /// <summary>The fewest marks that have to become others, found by trying all.</summary>
    private static int Fewest(ScoringForm form, List<Mark> marks)
    {
        var others = form switch
        {
            BandForm bands => bands.Bands.Select(band => (Mark)new("", band.Range.Least)).ToList(),
            OptionForm options => [new("", null, options.Options[0].Id)],
            RankingForm => [.. marks.Select((_, i) => new Mark("", i + 1))],
            _ => [new("", form.Range!.Most)],
        };
        return Enumerable
            .Range(0, marks.Count + 1)
            .First(changes => CanBeKept(form, marks, others, 0, changes));
    }

    private static bool CanBeKept(
        ScoringForm form,
        List<Mark> marks,
        List<Mark> others,
        int from,
        int changes
    )
    {
        if (changes == 0)
        {
            return form.Check(marks).IsKept;
        }

        for (var i = from; i < marks.Count; i++)
        {
            var before = marks[i];
            foreach (var other in others)
            {
                marks[i] = other with { Subject = before.Subject };
                if (CanBeKept(form, marks, others, i + 1, changes - 1))
                {
                    marks[i] = before;
                    return true;
                }
            }
            marks[i] = before;
        }
        return false;
    }

    private static bool Same(Facts.Fact one, Facts.Fact other) =>
        one == other with { Evidence = one.Evidence };

    private static void ForEachBox(string scheme, Action<SheetDraw, BallotBox> property)
    {
        var read = Schemes.Read(scheme);
        if (read.Collection.Panels.Count == 0)
        {
            return;
        }

        Property.Holds(
            Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
            seed =>
            {
                foreach (var panel in read.Collection.Panels)
                {
                    var draw = new SheetDraw(read, seed);
                    property(draw, draw.Box(panel));
                }
            },
            cases: 100
        );
    }
}
