namespace Interleave.Client.Models;

/// <summary>Holds threads back until the last of them has arrived, so that all begin at the same instant.</summary>
/// <remarks>They spin: what they then do together may be over before a sleeping thread wakes up.</remarks>
internal sealed class StartGate(int threads)
{
    private const int NeverSleeps = -1;

    private int _missing = threads;

    /// <exception cref="OperationCanceledException">The others will not come.</exception>
    public void Pass(CancellationToken cancellation)
    {
        Interlocked.Decrement(ref _missing);
        var spin = default(SpinWait);
        while (Volatile.Read(ref _missing) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            spin.SpinOnce(NeverSleeps);
        }
    }
}
