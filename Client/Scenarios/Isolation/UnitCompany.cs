using System.Diagnostics;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>Units of one process: one fails while the others are at work.</summary>
/// <remarks>What fails waits until all others have begun, and they go on only when it has failed: nothing is left to chance.</remarks>
internal sealed class UnitCompany(UnitRequest request, SharedMoments moments)
{
    private readonly long[] _answers = new long[request.Siblings];

    public Fault Fault => request.Fault;

    public IReadOnlyList<long> Answers => _answers;

    public IEnumerable<T> ForEachSibling<T>(Func<int, T> start) => Enumerable.Range(0, request.Siblings).Select(start);

    /// <summary>What a sibling does.</summary>
    /// <param name="pause">Lets others run for a moment.</param>
    public void Work(int sibling, Func<bool> pause)
    {
        moments.AtWork();
        while (moments.Fault == 0)
        {
            pause();
        }

        Compute(sibling);
    }

    public async Task WorkAsync(int sibling)
    {
        moments.AtWork();
        while (moments.Fault == 0)
        {
            await Task.Yield();
        }

        Compute(sibling);
    }

    /// <summary>What the unit does that fails.</summary>
    public void Fail(Func<bool> pause)
    {
        while (moments.UnitsAtWork < request.Siblings)
        {
            pause();
        }

        Provoke();
    }

    /// <summary>The same where nobody catches it, so that the process ends: without a word of the runtime, for it is no fault of the tool.</summary>
    public void FailUncaught(Func<bool> pause)
    {
        QuietDeath.Prepare();
        Fail(pause);
    }

    public async Task FailAsync()
    {
        while (moments.UnitsAtWork < request.Siblings)
        {
            await Task.Yield();
        }

        Provoke();
    }

    private void Compute(int sibling) => _answers[sibling] = Primes.Count(request.Range).Primes;

    private void Provoke()
    {
        if (request.Fault is Fault.FailFast or Fault.KilledProcess)
        {
            QuietDeath.Prepare();
        }

        moments.NoteFault();
        switch (request.Fault)
        {
            case Fault.FailFast:
                Environment.FailFast(IsolationScenario.Provoked);
                break;
            case Fault.KilledProcess:
                // From within, so that it comes at the right moment; nobody can tell it from a signal of another process.
                using (var self = Process.GetCurrentProcess())
                {
                    self.Kill();
                }

                Thread.CurrentThread.Join();
                break;
            default:
                throw new FormatException(IsolationScenario.Provoked);
        }
    }
}
