using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Testing.Telemetry;

/// <summary>What one process measures; other services of the same test run are left out.</summary>
public sealed class SeenMetrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(string Metric, string Tags), double> _values = new();

    /// <param name="process">The services of the process whose meters count.</param>
    public SeenMetrics(IServiceProvider process)
    {
        var factory = process.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Meters without a scope are the runtime's and the libraries', of the whole process.
            if (instrument.Meter.Scope is null || instrument.Meter.Scope == factory)
            {
                Instruments[instrument.Name] = instrument;
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((at, value, tags, _) => Keep(at, value, tags));
        _listener.SetMeasurementEventCallback<long>((at, value, tags, _) => Keep(at, value, tags));
        _listener.SetMeasurementEventCallback<double>(
            (at, value, tags, _) => Keep(at, value, tags)
        );
        _listener.Start();
    }

    public ConcurrentDictionary<string, Instrument> Instruments { get; } =
        new(StringComparer.Ordinal);

    /// <summary>The tags of all measurements of our own meter.</summary>
    public IReadOnlyList<string> Tags =>
        [
            .. _values
                .Keys.Where(key => key.Metric.StartsWith("assessment.", StringComparison.Ordinal))
                .Select(key => key.Tags),
        ];

    /// <summary>The sum of counts, or the newest value of a gauge; null when nothing was measured.</summary>
    public double? Now(string metric, string tag)
    {
        _listener.RecordObservableInstruments();
        var values = _values
            .Where(pair =>
                pair.Key.Metric == metric
                && pair.Key.Tags.Split(' ')
                    .Any(each => each.EndsWith($"={tag}", StringComparison.Ordinal))
            )
            .Select(pair => pair.Value)
            .ToList();
        return values.Count == 0 ? null : values[0];
    }

    public void Dispose() => _listener.Dispose();

    private void Keep(
        Instrument instrument,
        double value,
        ReadOnlySpan<KeyValuePair<string, object?>> tags
    )
    {
        var key = (
            instrument.Name,
            string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))
        );
        if (instrument.IsObservable)
        {
            _values[key] = value;
        }
        else
        {
            _values.AddOrUpdate(key, value, (_, before) => before + value);
        }
    }
}
