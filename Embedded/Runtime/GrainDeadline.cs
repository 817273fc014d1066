namespace Interleave.Embedded.Runtime;

/// <summary>Waits for the grain's own code at its beginning and its end; where that does not end, the grain's key must not be lost with it.</summary>
internal static class GrainDeadline
{
    /// <summary>For how long the code may go on after it was asked to end, as a part of the time that it had.</summary>
    private const double Grace = 0.25;

    /// <remarks>Its token asks it to end; soon after, none of the grain's code runs any more, so that another activation may.</remarks>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public static async Task KeepAsync(
        Activation activation, string step, Func<CancellationToken, Task> work, TimeSpan limit, CancellationToken stopping)
    {
        var time = activation.Silo.TimeProvider;
        using var patience = new CancellationTokenSource(limit, time);
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        var working = work(asked.Token);
        await working.WaitAsync(limit * (1 + Grace), time, CancellationToken.None).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!working.IsCompleted)
        {
            activation.Scheduler.Halt();
            throw new TimeoutException($"{activation.GrainId} did not end {step} within {limit}.");
        }

        await working;
    }
}
