using System.Globalization;
using Assessment.Benchmarks.Start;

// How long the platform takes from its start until everything is ready, and what its processes hold when idle: this
// checkout's AppHost in turn with an older one's, so that both see the same machine. Both must be built (Release).
//
//   dotnet run --configuration Release --project benchmarks/Start -- OLD-CHECKOUT [ROUNDS]
if (args is not [var older, .. var rest])
{
    Console.Error.WriteLine("Name the older checkout.");
    return 2;
}

var rounds = rest is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 3;
Checkout[] checkouts = [new("old", older), new("new", Checkout.Here())];
var measured = checkouts.ToDictionary(checkout => checkout, _ => new List<Measurement>());
Console.WriteLine("checkout  round  first start  second start  processes  memory when idle");
for (var round = 1; round <= rounds; round++)
{
    foreach (var checkout in checkouts)
    {
        var one = await checkout.MeasureAsync();
        measured[checkout].Add(one);
        Console.WriteLine(
            $"{checkout.Name, -8}  {round, 5}  {one.FirstStart.TotalSeconds, 9:0.0} s  {one.SecondStart.TotalSeconds, 10:0.0} s  {one.Processes, 9}  {one.MemoryMiB, 12:0} MiB"
        );
    }
}

Console.WriteLine();
Console.WriteLine("median of new / median of old:");
Say("first start", one => one.FirstStart.TotalSeconds);
Say("second start", one => one.SecondStart.TotalSeconds);
Say("memory when idle", one => one.MemoryMiB);
return 0;

void Say(string what, Func<Measurement, double> of)
{
    var (before, now) = (Median(checkouts[0]), Median(checkouts[1]));
    Console.WriteLine($"  {what}: {now:0.0} / {before:0.0} = {now / before:0.00}");

    double Median(Checkout checkout) =>
        measured[checkout].Select(of).Order().ElementAt(measured[checkout].Count / 2);
}
