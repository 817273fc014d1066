namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>How the client ended, and all that it wrote.</summary>
internal sealed record ClientResult(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> Faults => Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> Lines => Output.Split(Environment.NewLine);

    public bool HasStackTrace => (Output + Error).Contains("   at ", StringComparison.Ordinal) || Error.Contains("Unhandled", StringComparison.Ordinal);
}
