using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Tracing;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>Each unit has a process of its own: when one falls, its caller is told and the others do not notice.</summary>
internal sealed class IsolationOnProcesses() : BlockingWorkload<IsolationJob, IsolationAnswer>(Model.Processes)
{
    private SharedMoments? _moments;
    private long _kept;

    public override Task PrepareAsync(IsolationJob job, TrialContext trial, CancellationToken cancellation)
    {
        _moments = SharedMoments.Create();
        _kept = Victim(trial, cancellation).Ask(UnitRequest.Count, cancellation).Kept;
        _ = Siblings(job, trial, cancellation);
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
        var moments = _moments!; // Made before.
        var request = new UnitRequest(moments.Path, job.Fault, job.Siblings, job.Range);
        var answers = new long[job.Siblings];
        IsolationAnswer? answer = null;

        ThreadGroup.Run(
        [
            .. Siblings(job, trial, cancellation).Select((sibling, number) => (Action)(() =>
            {
                using var unit = trial.Unit("sibling");
                answers[number] = sibling.Ask(request, cancellation).Answers[0];
            })),
            () =>
            {
                using var unit = trial.Unit("victim");
                answer = Fail(Victim(trial, cancellation), request, moments, cancellation);
                TraceMark.Crash(answer.ToldAfter);
                var again = Victim(trial, cancellation).Ask(UnitRequest.Count, cancellation).Kept;
                TraceMark.Reactivation();
                answer = answer with { Recovery = moments.SinceFault(), StateKept = again == _kept + 1 };
            },
        ]);
        return answer! with { SiblingAnswers = answers }; // Set, or something was thrown.
    }

    private static IsolationAnswer Fail(ProcessUnit<UnitRequest, UnitReply> victim, UnitRequest request, SharedMoments moments, CancellationToken cancellation)
    {
        try
        {
            victim.Ask(request, cancellation);
            throw new InvalidOperationException("The process answered as if nothing had happened.");
        }
        catch (ProcessWorkException failed)
        {
            var isSame = new ProcessError(failed.Failure.Type, failed.Message) == ProcessError.From(new FormatException(IsolationScenario.Provoked));
            return new IsolationAnswer(isSame ? Telling.SameError : Telling.OtherError) { ToldAfter = moments.SinceFault() };
        }
        catch (ProcessUnitDiedException died) when (moments.Fault != 0)
        {
            return new IsolationAnswer(Telling.OtherError) { ToldAfter = moments.SinceFault(), ExitCode = died.ExitCode };
        }
    }

    private static ProcessUnit<UnitRequest, UnitReply> Victim(TrialContext trial, CancellationToken cancellation) =>
        trial.Processes.Get<FailingProcess, UnitRequest, UnitReply>(processes: 1, unitsEach: 1, cancellation).Units[0];

    private static IReadOnlyList<ProcessUnit<UnitRequest, UnitReply>> Siblings(IsolationJob job, TrialContext trial, CancellationToken cancellation) =>
        trial.Processes.Get<WorkingProcess, UnitRequest, UnitReply>(job.Siblings, unitsEach: 1, cancellation).Units;

    /// <summary>Fails as a program does: what its work throws is caught by those who handle it, and by nobody else.</summary>
    internal sealed class FailingProcess : IProcessWork<UnitRequest, UnitReply>
    {
        private long _kept;

        public UnitReply Do(UnitRequest request, CancellationToken cancellation)
        {
            if (request.Moments is null)
            {
                return new UnitReply(++_kept, null, 0, []);
            }

            using var moments = SharedMoments.Open(request.Moments);
            var company = new UnitCompany(request, moments);
            if (request.Fault == Fault.HandledException)
            {
                company.Fail(Thread.Yield); // The process catches what its work throws, and sends it to its caller.
            }

            var program = new Thread(() => company.FailUncaught(Thread.Yield));
            program.Start();
            program.Join();
            throw new UnreachableException();
        }
    }

    internal sealed class WorkingProcess : IProcessWork<UnitRequest, UnitReply>
    {
        public UnitReply Do(UnitRequest request, CancellationToken cancellation)
        {
            using var moments = SharedMoments.Open(request.Moments!); // It is asked for nothing else.
            var company = new UnitCompany(request with { Siblings = 1 }, moments);
            company.Work(0, Thread.Yield);
            return new UnitReply(0, null, Stopwatch.GetTimestamp(), company.Answers);
        }
    }
}
