using Interleave.Client.Measuring;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Records;

namespace Interleave.Client.Tests.Measuring.Loads;

public sealed class TrialRecorderTests
{
    private readonly TrialRecorder _trial = new();

    [Fact]
    public void Kinds_of_operations_are_counted_apart_and_together()
    {
        Offer(new ClosedLoad(1, 3)).ForEach(_ => { });
        Offer(new ClosedLoad(1, 2) { OperationName = "short" }).ForEach(_ => { });

        Assert.Equal((3, 2), (_trial.Operations.Counts.Completed, _trial.Of("short").Counts.Completed));
        Assert.Equal(new OperationCounts(5, 5, 0, 0), _trial.Counts);
    }

    [Fact]
    public void A_failure_that_was_provoked_is_counted_apart_and_is_no_fault()
    {
        Offer(new ClosedLoad(1, 4) { Expects = failure => failure is ArgumentException }).ForEach(operation =>
            throw (operation.Number % 2 == 0 ? new ArgumentException("provoked") : new InvalidOperationException("a fault")));

        Assert.Equal((2, 2, 0), (_trial.Counts.ExpectedFailures, _trial.Counts.Failed, _trial.Counts.Completed));
        Assert.Equal("a fault", _trial.FirstFailure?.Message);
    }

    [Fact]
    public async Task A_unit_that_awaits_takes_operations_until_none_is_left()
    {
        var taken = new List<long>();

        await Offer(new ClosedLoad(1, 3)).ForEachAsync(async operation =>
        {
            await Task.Yield();
            taken.Add(operation.Number);
        });

        Assert.Equal([0, 1, 2], taken);
    }

    [Fact]
    public void A_series_keeps_its_peak_whatever_its_length()
    {
        var time = new VirtualTime();
        var series = new TrialRecorder(new Clock(time)).Series("queue-length", "{item}");
        for (var step = 0; step < 10_000; step++)
        {
            series.Add(step == 7_777 ? 1_000_000 : step);
        }

        var record = series.ToRecord();
        Assert.Equal(1_000_000, series.Max);
        Assert.InRange(record.Values.Count, 1_000, 2_000);
        Assert.Equal(record.Values.Count, record.Seconds.Count);
        Assert.Equal("{item}", record.Unit);
    }

    private Operations Offer(Load load) => Operations.Of(load, _trial.Of(load.OperationName), CancellationToken.None);
}
