using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;

namespace Interleave.Client.Tests.Measuring.Metrics;

public sealed class WorkMetricsTests
{
    private readonly TrialRecorder _trial = new();

    [Fact]
    public void A_request_that_no_unit_took_is_an_error_as_one_that_failed_is()
    {
        _trial.Operations.Generator.Planned(10, TimeSpan.FromMilliseconds(5));
        Take(8);
        Complete(7);

        Assert.Equal(0.3, Errors(), 9);
    }

    [Fact]
    public void Without_arrivals_errors_are_a_share_of_the_requests_that_were_started()
    {
        Take(4);
        Complete(3);

        Assert.Equal(0.25, Errors(), 9);
    }

    private void Take(int requests)
    {
        for (var request = 0; request < requests; request++)
        {
            _trial.Operations.Generator.HandedOut();
            _trial.Operations.Start();
        }
    }

    private void Complete(int requests)
    {
        for (var request = 0; request < requests; request++)
        {
            _trial.Operations.Completed(0, 0, 1_000_000);
        }
    }

    private double Errors() =>
        WorkMetrics.Of(new MeasuredTrial(TimeSpan.FromSeconds(1), _trial, null)).Single(found => found.Metric == WorkMetrics.Errors).Value;
}
