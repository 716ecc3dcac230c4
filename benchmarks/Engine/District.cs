using System.Globalization;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;

namespace Assessment.Benchmarks.Engine;

/// <summary>An invented district under one scheme: the same for the same size, whatever the machine.</summary>
/// <param name="Scheme">Where ranks are counted in places, scaled to the number of areas.</param>
internal sealed record District(Scheme Scheme, FactSet Facts)
{
    internal const string Jingan = "jingan-guidance";
    internal const string Gaojing = "gaojing-2024";
    private const int Seed = 20241121;
    private const int TownshipAreas = 30;

    internal static District Of(string scheme, int areas, int staff) =>
        scheme switch
        {
            Jingan => new(Read(scheme, areas: TownshipAreas), JinganFacts(areas, staff)),
            Gaojing => new(Read(scheme, areas), GaojingFacts(areas, staff)),
            _ => throw new ArgumentException($"No district under {scheme}.", nameof(scheme)),
        };

    /// <summary>The scheme with its places (第1–5名, 不多于9个) multiplied as the areas are more than a township of 30.</summary>
    private static Scheme Read(string scheme, int areas)
    {
        var text = File.ReadAllText(
            Path.Combine(AppContext.BaseDirectory, "schemes", scheme, "scheme.yaml")
        );
        foreach (var key in new[] { "max: ", "toRank: ", "{to: " })
        {
            foreach (var places in new[] { 5, 9, 10, 12, 20, 25 })
            {
                foreach (var end in new[] { "}", "," })
                {
                    var scaled = places * areas / TownshipAreas;
                    text = text.Replace(
                        $"{key}{places}{end}",
                        $"{key}{scaled.ToString(CultureInfo.InvariantCulture)}{end}",
                        StringComparison.Ordinal
                    );
                }
            }
        }
        return SchemeReader.Read(text, "scheme.yaml");
    }

    private static FactSet JinganFacts(int areas, int staff)
    {
        var random = new Random(Seed);
        var register = Areas(areas);
        var people = new List<StaffMember>(staff);
        var facts = new List<Fact>();
        var events = new List<AssessmentEvent>();
        (string Item, decimal Most)[] lines =
        [
            ("S1", 18m),
            ("S2", 18m),
            ("S3", 12m),
            ("S4", 12m),
            ("S5", 12m),
            ("S6", 12m),
            ("S7", 12m),
            ("S8", 4m),
        ];
        foreach (var area in register)
        {
            foreach (var (item, most) in lines)
            {
                facts.Add(new(area.Id, item, decimal.Round(most * Percent(random) / 100m, 1)));
            }

            facts.Add(new(area.Id, "peer", Percent(random), Count: areas - 1));
            facts.Add(Ballot(random, area.Id));
            if (random.Next(3) == 0)
            {
                events.Add(
                    new($"e{events.Count}", area.Id, "award.single")
                    {
                        Level = random.Next(2) == 0 ? "national" : "city",
                    }
                );
            }
        }
        for (var i = 0; i < staff; i++)
        {
            var area = register[i % areas];
            var place = i / areas;
            var post =
                place == 0 ? "secretary"
                : place == 1 ? "director"
                : "socialWorker";
            var person = new StaffMember($"{area.Id}p{place:00}", area.Id, $"人员{i}", post)
            {
                Identity = random.Next(30) == 0 ? "institution" : "contract",
                Months = random.Next(40) == 0 ? 5 : 12,
                Base = 36000m + (random.Next(8) * 1500.5m),
            };
            people.Add(person);
            facts.Add(new(person.Id, "internal", Percent(random), Count: 9));
            facts.Add(Ballot(random, person.Id));
            if (place > 1)
            {
                facts.Add(new(person.Id, "head", Percent(random), By: "书记"));
                facts.Add(new(person.Id, "head", Percent(random), By: "主任"));
            }
        }
        return new(Jingan, 2025, register, people, facts, events);
    }

    private static FactSet GaojingFacts(int areas, int staff)
    {
        var random = new Random(Seed);
        var register = Areas(areas);
        var lines = Read(Gaojing, TownshipAreas).Collection.Lines;
        var facts = new List<Fact>();
        var events = new List<AssessmentEvent>();
        foreach (var area in register)
        {
            facts.Add(new(area.Id, "satisfaction", Percent(random), "meeting", Count: 90));
            facts.Add(new(area.Id, "satisfaction", Percent(random), "thirdParty", Count: 80));
            facts.Add(new(area.Id, "satisfaction", Percent(random), "online", "H1", 600));
            facts.Add(new(area.Id, "satisfaction", Percent(random), "online", "H2", 620));
            facts.Add(new(area.Id, "satisfaction.partyMembers", random.Next(5, 40), "meeting"));
            facts.Add(new(area.Id, "visits.false", random.Next(3)));
            facts.Add(new(area.Id, "hotline.disposal", Percent(random)));
            facts.Add(new(area.Id, "hotline.resolution", Percent(random)));
            facts.Add(new(area.Id, "hotline.satisfaction", Percent(random)));
            foreach (var line in lines)
            {
                foreach (var department in line.Departments)
                {
                    facts.Add(new(area.Id, line.Id, Percent(random), department));
                }
            }
            if (random.Next(2) == 0)
            {
                events.Add(new($"e{events.Count}", area.Id, "honour") { Level = "city" });
            }
        }
        var people = new List<StaffMember>(staff);
        for (var i = 0; i < staff; i++)
        {
            var area = register[i % areas];
            var place = i / areas;
            var post =
                place == 0 ? "secretary"
                : place == 1 ? "director"
                : "communityWorker";
            people.Add(new($"{area.Id}p{place:00}", area.Id, $"人员{i}", post) { OnSite = true });
        }
        return new(Gaojing, 2024, register, people, facts, events);
    }

    private static Area[] Areas(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new Area(
                    $"a{i:000000}",
                    $"第{i}居民区",
                    800 + (i % 1500),
                    60 + (i % 200)
                )),
        ];

    private static Fact Ballot(Random random, string subject) =>
        new(subject, "masses", Percent(random), Count: random.Next(31, 41), Eligible: 40);

    private static decimal Percent(Random random) => 55m + (random.Next(4500) / 100m);
}
