using Interleave.Files;

namespace Interleave.Silo;

/// <summary>
/// Lets one silo of this machine after the other choose its ports and listen: of two that choose at once, both would find the same ones free.
/// </summary>
internal sealed class PortTurn : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FileLock? _turn;

    private PortTurn(FileLock? turn) => _turn = turn;

    /// <summary>Waits for the turn, which ends when it is disposed.</summary>
    /// <remarks>
    /// Where there is no folder to lock in, as in a container, there are no other silos either; where another keeps its turn too long, it hangs.
    /// </remarks>
    public static async Task<PortTurn> TakeAsync()
    {
        try
        {
            return new PortTurn(await FileLock.TakeAsync(Path.Combine(StateFolder.Open(StateFolder.OfThisUser()), "ports.lock"), Patience));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new PortTurn(null);
        }
    }

    public void Dispose() => _turn?.Dispose();
}
