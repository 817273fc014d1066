using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>The same coroutines as on tasks, on one thread: an error is caught at the await, and the loop turns on.</summary>
internal sealed class IsolationOnLoop() : HostedIsolation<IsolationOnLoop.Host>(Model.Loop)
{
    internal sealed class Host : UnitHost
    {
        protected override Task<(Exception? Told, long At)> RunAsync(UnitCompany company) =>
            EventLoop.RunAsync(() => IsolationOnTasks.Host.RunAsync(company, body => body()));
    }
}
