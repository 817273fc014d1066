using System.Diagnostics;
using System.Diagnostics.Metrics;
using Interleave.Client.Measuring.Loads;
using Interleave.Grains.Tracing;

namespace Interleave.Client.Tests.Telemetry;

public sealed class OperationInstrumentsTests
{
    [Fact]
    public void Operations_are_told_with_their_trial_and_failures_with_their_reason()
    {
        var told = new List<(double Seconds, Dictionary<string, object?> Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "interleave.operation.duration")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            var pairs = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
            lock (told)
            {
                told.Add((seconds, pairs));
            }
        });
        listener.Start();
        var recorder = new Recorder { Tags = new TagList { { TraceNames.Model, "made up" } } };

        foreach (var operation in Operations.Of(new ClosedLoad(1, 3), recorder, CancellationToken.None))
        {
            operation.Run(() =>
            {
                if (operation.Number == 1)
                {
                    throw new InvalidOperationException();
                }
            });
        }

        // Other tests of this process are heard as well.
        var own = told.Where(measurement => measurement.Tags.GetValueOrDefault(TraceNames.Model) is "made up").ToList();
        Assert.Equal([null, "System.InvalidOperationException", null], own.Select(measurement => measurement.Tags.GetValueOrDefault("error.type")));
        Assert.All(own, measurement => Assert.True(measurement.Seconds >= 0));
    }
}
