using System.Diagnostics;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Memory;

/// <summary>Makes idle units step by step and looks after each; a model says how a unit is made, and how all of them are let go.</summary>
internal abstract class MemoryWorkload(Model model) : Workload<MemoryJob, MemoryAnswer>(model)
{
    public override async Task<MemoryAnswer> RunAsync(MemoryJob job, TrialContext trial, CancellationToken cancellation)
    {
        var wanted = job.UnitsOn(Model);
        var looks = new List<Census> { await LookAsync(0, trial) };
        var creating = TimeSpan.Zero;
        string? endedBy = null;
        for (var step = 1; step <= job.Steps && endedBy is null; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            try
            {
                await AddAsync(wanted / job.Steps, job, trial, cancellation);
            }
            catch (Exception exception) when (exception is OutOfMemoryException or TimeoutException)
            {
                endedBy = exception.Message;
            }

            creating += Stopwatch.GetElapsedTime(start);
            looks.Add(await LookAsync(trial.Recorder.Units.Peak, trial));
        }

        return new MemoryAnswer(looks, wanted, creating, endedBy);
    }

    public override async Task CleanUpAsync(MemoryJob job, TrialContext trial)
    {
        await LetGoAsync();
        Collect();
    }

    /// <summary>Whether units live in this process, too.</summary>
    protected virtual bool HoldsUnits => true;

    /// <summary>Makes so many units more, and returns when all of them live.</summary>
    /// <exception cref="OutOfMemoryException">The system gives no more.</exception>
    /// <exception cref="TimeoutException">They did not come to life in time.</exception>
    protected abstract Task AddAsync(int count, MemoryJob job, TrialContext trial, CancellationToken cancellation);

    protected abstract Task LetGoAsync();

    /// <summary>The processes that hold units, beside this one.</summary>
    protected virtual IEnumerable<int> OtherProcesses(TrialContext trial) => [];

    /// <summary>Live bytes on the heaps of the other processes, whose garbage is collected first; null where they do not tell.</summary>
    protected virtual Task<long?> OtherHeapsAsync(TrialContext trial) => Task.FromResult<long?>(0);

    private static void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private async Task<Census> LookAsync(int units, TrialContext trial)
    {
        var others = await OtherHeapsAsync(trial);
        // What is garbage must not count, nor what the heap keeps for later.
        Collect();
        var processes = OtherProcesses(trial).Concat(HoldsUnits ? [Environment.ProcessId] : []).Distinct();
        return Census.Take(units, others + GC.GetTotalMemory(forceFullCollection: false), [.. processes]);
    }
}
