using Interleave.Client.Measuring.Loads;

namespace Interleave.Client.Tests.Measuring.Loads;

public sealed class GeneratorLogTests
{
    private readonly GeneratorLog _log = new();

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_generator_is_on_time_when_at_most_one_in_a_hundred_is_late(int late, bool onTime)
    {
        Generate(100, late);

        Assert.Equal(onTime, _log.Report!.OnTime);
        Assert.Equal(late, _log.Report.Late);
        Assert.Equal(100 - late, _log.Report.OnTimeOperations);
    }

    [Fact]
    public void A_dropped_operation_is_no_fault_of_the_generator()
    {
        Generate(100, 0);
        _log.Planned(1, TimeSpan.FromMilliseconds(5));
        _log.Due(0);

        Assert.Equal(1, _log.Report!.Dropped);
        Assert.Equal(101, _log.Report.OnTimeOperations);
        Assert.True(_log.Report.OnTime);
    }

    [Fact]
    public void The_report_names_what_it_tolerates()
    {
        Generate(1, 0);

        Assert.Equal(TimeSpan.FromMilliseconds(5), _log.Report!.Tolerance);
    }

    [Fact]
    public void A_closed_load_has_no_generator() => Assert.Null(_log.Report);

    private void Generate(int operations, int late)
    {
        _log.Planned(operations, TimeSpan.FromMilliseconds(5));
        for (var number = 0; number < operations; number++)
        {
            _log.Due(number < late ? 5_000_001 : 5_000_000);
            _log.HandedOut();
        }
    }
}
