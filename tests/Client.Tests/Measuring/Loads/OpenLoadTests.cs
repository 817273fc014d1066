using Interleave.Client.Measuring;
using Interleave.Client.Measuring.Loads;

namespace Interleave.Client.Tests.Measuring.Loads;

public sealed class OpenLoadTests
{
    private static readonly TimeSpan Service = TimeSpan.FromMilliseconds(1);

    private readonly VirtualTime _time = new();
    private readonly Recorder _recorder;

    public OpenLoadTests()
    {
        _recorder = new Recorder(new Clock(_time));
    }

    [Fact]
    public void A_stalled_target_shows_in_the_corrected_99th_percentile_and_not_in_the_uncorrected()
    {
        Drive(Seconds(10), number => number == 500 ? TimeSpan.FromSeconds(1) : Service);

        Assert.True(_recorder.Latency.Percentile(0.99) > 0.5, $"{_recorder.Latency.Percentile(0.99)} s");
        Assert.True(_recorder.UncorrectedLatency.Percentile(0.99) < 0.002, $"{_recorder.UncorrectedLatency.Percentile(0.99)} s");
        Assert.Equal(1, _recorder.UncorrectedLatency.Max, 0.001);
    }

    [Fact]
    public void Without_a_stall_corrected_and_uncorrected_latencies_are_the_same()
    {
        Drive(Seconds(1), _ => Service);

        Assert.Equal(_recorder.UncorrectedLatency.Occupied, _recorder.Latency.Occupied);
        Assert.Equal(100, _recorder.Latency.Count);
    }

    [Fact]
    public void Operations_that_no_unit_could_start_in_time_are_dropped_and_counted()
    {
        Drive(Seconds(1), _ => TimeSpan.FromMilliseconds(100));

        var report = _recorder.Generator.Report!;
        Assert.Equal(100, report.Planned);
        Assert.Equal(_recorder.Counts.Started, report.HandedOut);
        Assert.Equal(100 - report.HandedOut, report.Dropped);
        Assert.InRange(report.HandedOut, 29, 31); // One second of arrivals and two to drain, at ten a second.
    }

    [Fact]
    public void A_dropped_operation_counts_as_slow_from_its_intended_start_at_least_to_the_end()
    {
        Drive(Seconds(1), _ => TimeSpan.FromMilliseconds(100));

        Assert.Equal(100, _recorder.Latency.Count);
        Assert.Equal(_recorder.Counts.Completed, _recorder.UncorrectedLatency.Count);
        Assert.True(_recorder.Latency.Percentile(0.5) >= 2, $"{_recorder.Latency.Percentile(0.5)} s"); // Most were dropped when the drain ended.
    }

    [Fact]
    public void The_load_begins_when_all_units_live()
    {
        var load = Seconds(1) with { Concurrency = 3 };
        var pacer = Pacer(load);
        var operations = new OpenOperations(load, _recorder, pacer, CancellationToken.None);

        Assert.Equal([false, false, true], Enumerable.Range(0, 3).Select(_ =>
        {
            using var unit = operations.GetEnumerator();
            unit.MoveNext();
            return pacer.HasBegun;
        }));
    }

    [Fact]
    public void An_operation_that_waited_for_a_unit_starts_in_order_with_its_own_intended_start()
    {
        var load = Seconds(1) with { Rate = 10 };
        var begin = _time.GetTimestamp();
        var intended = new List<long?>();
        foreach (var operation in Offer(load))
        {
            intended.Add(operation.IntendedStart - begin);
            operation.Run(() => _time.Advance(TimeSpan.FromMilliseconds(150)));
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(number => (long?)(number * 100_000_000L)), intended);
    }

    [Fact]
    public async Task Cooperative_units_get_the_same_operations()
    {
        await foreach (var operation in Offer(Seconds(1)))
        {
            await operation.RunAsync(() =>
            {
                _time.Advance(operation.Number == 50 ? TimeSpan.FromSeconds(1) : Service);
                return Task.CompletedTask;
            });
        }

        Assert.Equal(100, _recorder.Counts.Completed);
        Assert.True(_recorder.Latency.Percentile(0.9) > 0.5);
    }

    [Fact]
    public void A_cancelled_load_hands_out_nothing_more()
    {
        using var source = new CancellationTokenSource();
        var operations = new OpenOperations(Seconds(1), _recorder, Pacer(Seconds(1)), source.Token);
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var operation in operations)
            {
                operation.Run(() => _time.Advance(Service));
                if (operation.Number == 3)
                {
                    source.Cancel();
                }
            }
        });
        Assert.Equal(4, _recorder.Counts.Completed);
    }

    private static OpenLoad Seconds(double seconds) => new(1, 100, TimeSpan.FromSeconds(seconds), Arrivals.Constant, 0);

    private void Drive(OpenLoad load, Func<long, TimeSpan> service)
    {
        foreach (var operation in Offer(load))
        {
            operation.Run(() => _time.Advance(service(operation.Number)));
        }
    }

    private OpenOperations Offer(OpenLoad load)
    {
        _recorder.Generator.Planned(ArrivalSchedule.Of(load).Length, load.Tolerance);
        return new OpenOperations(load, _recorder, Pacer(load), CancellationToken.None);
    }

    private VirtualPacer Pacer(OpenLoad load) => new(ArrivalSchedule.Of(load), _time);
}
