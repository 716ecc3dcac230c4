using System.Globalization;

namespace Assessment.Demo;

/// <summary>A file that tells Scoring how many days it is ahead, so that a publicity comes to its end. Days only pass.</summary>
public sealed class DaysAhead(string file)
{
    public string File => file;

    /// <summary>Begins on that day, which may be long past: a calendar of its holidays is known.</summary>
    public Task BeginAsync(DateOnly day, CancellationToken cancellationToken) =>
        System.IO.File.WriteAllTextAsync(
            file,
            (day.DayNumber - DateOnly.FromDateTime(DateTime.UtcNow).DayNumber).ToString(
                CultureInfo.InvariantCulture
            ),
            cancellationToken
        );

    public async Task PassAsync(int days, CancellationToken cancellationToken)
    {
        var before = System.IO.File.Exists(file)
            ? int.Parse(
                await System.IO.File.ReadAllTextAsync(file, cancellationToken),
                CultureInfo.InvariantCulture
            )
            : 0;
        // Whole at once: a request reads it at any moment.
        var next = $"{file}.next";
        await System.IO.File.WriteAllTextAsync(
            next,
            (before + days).ToString(CultureInfo.InvariantCulture),
            cancellationToken
        );
        System.IO.File.Move(next, file, overwrite: true);
    }
}
