using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Grains.Isolation;
using Interleave.Grains.Tracing;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>An error of a grain reaches its caller over any distance, and the grain lives on; a grain whose silo is lost is activated in another.</summary>
internal sealed class IsolationOnGrains() : Workload<IsolationJob, IsolationAnswer>(Model.Grains)
{
    private const int MostCandidates = 200;

    /// <summary>So many grains that both silos are called.</summary>
    private const int FirstCalls = 8;

    private ILosableSilos? _silos;
    private IFallibleGrain? _victim;
    private IReadOnlyList<IFallibleGrain> _siblings = [];
    private GrainLoad? _load;
    private long _kept;

    /// <summary>The silos may live longer than this: others must not have called these grains before.</summary>
    private long _nextKey = BitConverter.ToInt64(Guid.NewGuid().ToByteArray()) & (long.MaxValue >> 1);

    public override async Task PrepareAsync(IsolationJob job, TrialContext trial, CancellationToken cancellation)
    {
        _silos = await trial.Processes.KeepAsync(trial.StartLosableSilos, cancellation);
        await _silos.RestoreAsync(cancellation);
        // First calls take long, and may time out on a busy machine: they come before the trial.
        await Task.WhenAll(NewGrains<IForgetfulGrain>(FirstCalls).Concat(NewGrains<IStoringGrain>(FirstCalls))
            .Select(grain => GrainLoad.UntilItAnswersAsync(grain, cancellation)));

        // Half of the siblings live with the grain that fails.
        var silos = await GrainPlacement.FindAsync(NewGrains<IForgetfulGrain>(MostCandidates), silos: 2, grainsEach: job.Siblings);
        _victim = silos[0][0];
        _siblings = [.. silos[0].Skip(1).Take(job.Siblings / 2), .. silos[1].Take(job.Siblings - (job.Siblings / 2))];
        _kept = await _victim.Add();
        _load = new GrainLoad(NewGrains<IForgetfulGrain>(job.Grains), NewGrains<IStoringGrain>(job.Grains), job.Callers);
        if (job.Fault == Fault.KilledProcess)
        {
            await _load.PrepareAsync(cancellation);
        }
    }

    /// <summary>Grains that nobody has called before.</summary>
    private IReadOnlyList<IFallibleGrain> NewGrains<TGrain>(int count)
        where TGrain : IFallibleGrain => [.. Enumerable.Range(0, count).Select(_ => _silos!.Grains.GetGrain<TGrain>(_nextKey++))]; // Started before.

    public override async Task<IsolationAnswer> RunAsync(IsolationJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var unit = trial.Unit("victim");
        var siblings = _siblings.Select(sibling => (Grain: sibling, Work: sibling.Work(job.Range))).ToList();
        var places = await Task.WhenAll(siblings.Select(sibling => sibling.Grain.AtWork()));
        return job.Fault == Fault.KilledProcess
            ? await LoseSiloAsync(job, siblings, places, cancellation)
            : await FailAsync(job.Fault, siblings, cancellation);
    }

    private async Task<IsolationAnswer> FailAsync(Fault fault, IReadOnlyList<(IFallibleGrain, Task<long>)> siblings, CancellationToken cancellation)
    {
        var victim = _victim!; // Found before.
        var failed = Stopwatch.GetTimestamp();
        var told = fault == Fault.HandledException ? await FailHandledAsync(victim) : await FailUnhandledAsync(victim);
        var answer = new IsolationAnswer(told) { ToldAfter = Stopwatch.GetElapsedTime(failed) };
        TraceMark.Crash(answer.ToldAfter);
        var again = await GrainLoad.UntilItAnswersAsync(victim, cancellation);
        TraceMark.Reactivation();
        return answer with
        {
            Recovery = Stopwatch.GetElapsedTime(failed),
            StateKept = again == _kept + 1,
            SiblingAnswers = await AnswersOfAsync(siblings, cancellation),
        };
    }

    /// <summary>Kills the silo while calls are in progress to the grain, its siblings and others.</summary>
    private async Task<IsolationAnswer> LoseSiloAsync(
        IsolationJob job, IReadOnlyList<(IFallibleGrain, Task<long>)> siblings, IReadOnlyList<string> places, CancellationToken cancellation)
    {
        var (silos, victim, load) = (_silos!, _victim!, _load!); // Made before.
        var calls = load.RunAsync(cancellation);
        var call = victim.Work(job.Range);
        var silo = await victim.AtWork();
        var failed = Stopwatch.GetTimestamp();
        await silos.KillAsync(silo, cancellation);
        TraceMark.Crash(Stopwatch.GetElapsedTime(failed));

        // A new caller may be answered before the one whose call was lost is told.
        var answers = AnswersOfAsync(siblings, cancellation);
        var told = IsLostAsync(call, failed);
        var again = await GrainLoad.UntilItAnswersAsync(victim, cancellation);
        var recovery = Stopwatch.GetElapsedTime(failed);
        TraceMark.Reactivation();
        return new IsolationAnswer(Telling.OtherError)
        {
            SiblingsInLostSilo = places.Count(place => place == silo),
            ToldAfter = await told,
            Recovery = recovery,
            StateKept = again == _kept + 1,
            UnderLoad = await load.EndAsync(failed, calls, cancellation),
            SiblingAnswers = await answers,
        };
    }

    private static async Task<Telling> FailHandledAsync(IFallibleGrain victim) =>
        await victim.FailAndCatch(IsolationScenario.Provoked) == IsolationScenario.Provoked ? Telling.SameError : Telling.OtherError;

    private static async Task<Telling> FailUnhandledAsync(IFallibleGrain victim)
    {
        try
        {
            await victim.Fail(IsolationScenario.Provoked);
        }
        catch (FormatException failure) when (failure.Message == IsolationScenario.Provoked)
        {
            return Telling.SameError;
        }

        throw new InvalidOperationException("The grain answered as if nothing had happened.");
    }

    /// <returns>How long after the loss the caller was told.</returns>
    private static async Task<TimeSpan> IsLostAsync(Task<long> call, long failed)
    {
        try
        {
            await call;
        }
        catch (Exception exception) when (GrainLoad.IsOfLostSilo(exception))
        {
            return Stopwatch.GetElapsedTime(failed);
        }

        throw new InvalidOperationException("A call was answered by a grain whose silo was killed.");
    }

    /// <summary>Lets the siblings go on; what those of a lost silo were asked gets no answer.</summary>
    private static async Task<IReadOnlyList<long>> AnswersOfAsync(
        IEnumerable<(IFallibleGrain Grain, Task<long> Work)> siblings, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(siblings.Select(async sibling =>
        {
            await GrainLoad.UntilAnsweredAsync(() => sibling.Grain.LetGo(), cancellation);
            try
            {
                return await sibling.Work;
            }
            catch (Exception exception) when (GrainLoad.IsOfLostSilo(exception))
            {
                return (long?)null;
            }
        }));
        return [.. answers.OfType<long>()];
    }
}
