using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Tracing;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>Units that share a process, which this one starts, asks, and may lose.</summary>
internal abstract class HostedIsolation<THost>(Model model) : BlockingWorkload<IsolationJob, IsolationAnswer>(model)
    where THost : UnitHost, new()
{
    private SharedMoments? _moments;
    private long _kept;

    public override Task PrepareAsync(IsolationJob job, TrialContext trial, CancellationToken cancellation)
    {
        _moments = SharedMoments.Create();
        _kept = Start(trial, cancellation).Ask(UnitRequest.Count, cancellation).Kept;
        return Task.CompletedTask;
    }

    public override Task CleanUpAsync(IsolationJob job, TrialContext trial)
    {
        _moments?.Dispose();
        _moments = null;
        return Task.CompletedTask;
    }

    protected override IsolationAnswer Run(IsolationJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var unit = trial.Unit("victim");
        var moments = _moments!; // Made before.
        IsolationAnswer answer;
        try
        {
            var reply = Start(trial, cancellation).Ask(new UnitRequest(moments.Path, job.Fault, job.Siblings, job.Range), cancellation);
            var isSame = reply.Told == ProcessError.From(new FormatException(IsolationScenario.Provoked));
            answer = new IsolationAnswer(isSame ? Telling.SameError : Telling.OtherError)
            {
                SiblingAnswers = reply.Answers,
                ToldAfter = Stopwatch.GetElapsedTime(moments.Fault, reply.ToldAt),
            };
        }
        catch (ProcessUnitDiedException died) when (moments.Fault != 0)
        {
            // It was to be expected: had it died before, that would be a fault of ours.
            answer = new IsolationAnswer(Telling.CallerFellToo) { ToldAfter = moments.SinceFault(), ExitCode = died.ExitCode };
        }

        TraceMark.Crash(answer.ToldAfter);
        var again = Start(trial, cancellation).Ask(UnitRequest.Count, cancellation).Kept;
        TraceMark.Reactivation();
        return answer with { Recovery = moments.SinceFault(), StateKept = again == _kept + 1 };
    }

    /// <summary>The process is there already, except at the first time, and when it was lost.</summary>
    private static ProcessUnit<UnitRequest, UnitReply> Start(TrialContext trial, CancellationToken cancellation) =>
        trial.Processes.Get<THost, UnitRequest, UnitReply>(processes: 1, unitsEach: 1, cancellation).Units[0];
}
