namespace Interleave.Client.Commands;

/// <summary>Every way this program ends.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A check, a threshold or a trial failed.</summary>
    public const int Failed = 1;

    /// <summary>Bad usage or bad input; one line a fault says what is allowed.</summary>
    public const int BadInput = 2;

    /// <summary>Ctrl-C or SIGTERM; what was measured is saved.</summary>
    public const int Interrupted = 130;
}
