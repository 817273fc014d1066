using Interleave.Client.Measuring.Loads;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>Waits for a server's answers.</summary>
internal sealed record IoJob(TimeSpan Delay, int Bytes, Load Load)
{
    /// <summary>How much shorter each wait is than the one started before it: the later start is then answered first.</summary>
    public TimeSpan Shorter { get; init; }

    public WaitRequest RequestOf(Operation operation, Uri server) => new(server, Delay - (operation.Number * Shorter), Bytes);
}
