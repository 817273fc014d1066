using System.Net.Sockets;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Server;

/// <summary>Lets visitors in from a process of their own, and looks at what their sessions weigh; a model says how a session is served.</summary>
internal abstract class ServerWorkload(Model model) : Workload<ServerJob, ServerAnswer>(model)
{
    /// <summary>The visitors share the server's cores; what they are late by counts in the latencies, and is told beside them.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(30);

    public override Task PrepareAsync(ServerJob job, TrialContext trial, CancellationToken cancellation)
    {
        VisitorsOf(trial, cancellation);
        return Task.CompletedTask;
    }

    public sealed override async Task<ServerAnswer> RunAsync(ServerJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var door = new Door();
        var visit = VisitAsync(door, job, trial, cancellation);
        string? endedBy = null;
        try
        {
            await ServeAsync(door, job, trial, cancellation);
        }
        catch (Exception exception) when (exception is OutOfMemoryException or SocketException { SocketErrorCode: SocketError.TooManyOpenSockets })
        {
            endedBy = exception.Message; // Who is inside is served until the end.
            door.Close();
        }

        return await visit with { EndedBy = endedBy };
    }

    /// <summary>Serves every session that comes in, and returns when the door is closed and the last session has ended.</summary>
    protected abstract Task ServeAsync(Door door, ServerJob job, TrialContext trial, CancellationToken cancellation);

    /// <summary>The processes that hold sessions, beside this one.</summary>
    protected virtual IEnumerable<int> OtherProcesses(TrialContext trial) => [];

    /// <summary>Collects the garbage of the other processes.</summary>
    protected virtual Task CollectOthersAsync(TrialContext trial) => Task.CompletedTask;

    /// <summary>One process is enough for all visitors: it sends some thousand messages a second.</summary>
    private static ProcessUnit<VisitOrder, VisitReport> VisitorsOf(TrialContext trial, CancellationToken cancellation) =>
        trial.Processes.Get<Visitors, VisitOrder, VisitReport>(processes: 1, unitsEach: 1, cancellation).Units[0];

    private static Task<VisitReport> AskAsync(ProcessUnit<VisitOrder, VisitReport> visitors, VisitOrder order, CancellationToken cancellation) =>
        Task.Factory.StartNew(() => visitors.Ask(order, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static void Record(VisitReport visit, TrialRecorder trial)
    {
        var (clock, operations) = (trial.Clock, trial.Operations);
        operations.Generator.Planned(visit.Messages, Tolerance);
        for (var message = 0; message < visit.Messages; message++)
        {
            operations.Start();
            operations.Generator.Due(clock.ToNanoseconds(visit.Sent[message] - visit.Due[message]));
            operations.Generator.HandedOut();
            if (visit.Received[message] != 0)
            {
                operations.Completed(visit.Due[message], visit.Sent[message], visit.Received[message]);
            }
            else
            {
                operations.Failed(new TimeoutException(visit.EndedBy ?? "A message was not echoed in time."));
            }
        }
    }

    private async Task<ServerAnswer> VisitAsync(Door door, ServerJob job, TrialContext trial, CancellationToken cancellation)
    {
        var visitors = VisitorsOf(trial, cancellation);
        try
        {
            var before = await LookAsync(0, trial);
            var visit = await AskAsync(visitors, new VisitOrder(door.Port, job.Sessions, job.Bytes, job.Every, job.Duration), cancellation);
            var with = await LookAsync(visit.Sessions, trial);
            await AskAsync(visitors, VisitOrder.Leave, cancellation);
            Record(visit, trial.Recorder);
            return new ServerAnswer(visit, before, with, EndedBy: null);
        }
        finally
        {
            door.Close();
        }
    }

    private async Task<Census> LookAsync(int sessions, TrialContext trial)
    {
        await CollectOthersAsync(trial);
        // What is garbage must not count, nor what the heap keeps for later.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Census.Take(sessions, heap: null, [.. OtherProcesses(trial).Append(Environment.ProcessId).Distinct()]);
    }
}
