using Interleave.Client.Models;
using Interleave.Client.Scenarios;
using Interleave.Grains.Tracing;

namespace Interleave.Client.Tests.Scenarios;

/// <summary>Writes down what is called; fails where it is told to.</summary>
internal sealed class MadeUpWorkload(string? failsIn = null) : Workload<int, int>(Model.Tasks)
{
    public List<string> Calls { get; } = [];

    public override Task PrepareAsync(int job, TrialContext trial, CancellationToken cancellation)
    {
        Call("prepare");
        return Task.CompletedTask;
    }

    public override Task<int> RunAsync(int job, TrialContext trial, CancellationToken cancellation)
    {
        Call("run");
        return Task.FromResult(2 * job);
    }

    public override Task CleanUpAsync(int job, TrialContext trial)
    {
        Call("clean up");
        return Task.CompletedTask;
    }

    private void Call(string name)
    {
        Calls.Add(name);
        using var span = WaitStep.Start(name);
        if (name == failsIn)
        {
            throw new InvalidOperationException(name);
        }
    }
}
