using Interleave.Client.Doctor;
using Interleave.Client.Doctor.Calls;

namespace Interleave.Client.Tests.Doctor;

public sealed class CallsProbeTests
{
    [Fact]
    public async Task A_figure_says_how_many_a_second_what_one_took_and_under_which_conditions()
    {
        var figures = new CallFigures(2_345_678.4, 412.3, 511.6);

        var diagnosis = await new CallsProbe(
            "calls: in one process", "call", "allocated", "200 callers", _ => Task.FromResult(figures)).ExamineAsync(CancellationToken.None);

        Assert.Equal(Diagnosis.Ok("calls: in one process", "2,345,678 calls/s; one takes 0.41 µs of a processor, 512 By allocated (200 callers)"), diagnosis);
    }

    [Fact]
    public async Task Every_kind_of_call_is_measured()
    {
        var trials = new CallTrials { TrialTime = TimeSpan.FromMilliseconds(20), WarmUpTime = TimeSpan.FromMilliseconds(20), Activations = 500 };

        foreach (var figures in new[] { await trials.CallInProcessAsync(CancellationToken.None), await trials.ActivateAsync(CancellationToken.None) })
        {
            Assert.InRange(figures.PerSecond, 1, 1e9);
            Assert.InRange(figures.ProcessorNanoseconds, 1, 1e9);
            Assert.InRange(figures.Bytes, 1, 1e6);
        }
    }

    [Fact]
    public async Task Calls_over_silo_processes_are_measured()
    {
        var figures = await new CallTrials
        {
            TrialTime = TimeSpan.FromMilliseconds(20),
            WarmUpTime = TimeSpan.FromMilliseconds(20),
        }.CallOverSilosAsync(CancellationToken.None);

        Assert.InRange(figures.PerSecond, 1, 1e9);
    }
}
