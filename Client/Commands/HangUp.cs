using System.Runtime.InteropServices;

namespace Interleave.Client.Commands;

/// <summary>Has a closed terminal end a command as Ctrl-C does: what the command started is ended, and what it measured is kept.</summary>
internal sealed class HangUp : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _registration;
    private readonly TimeSpan? _limit;

    /// <param name="limit">How long the command may take to end from then on; null for one that does not end by it.</param>
    public HangUp(TimeSpan? limit)
    {
        _limit = limit;
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }

    private void End(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_limit is { } limit)
        {
            _ = ExitWhenLateAsync(limit);
            _source.Cancel();
        }
    }

    private static async Task ExitWhenLateAsync(TimeSpan limit)
    {
        await Task.Delay(limit);
        Environment.Exit(ExitCode.Interrupted);
    }
}
