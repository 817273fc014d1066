namespace Interleave.Silo;

/// <summary>The lines that the owner of a process writes to its standard input; each is answered by one line.</summary>
internal static class OwnerQuestion
{
    /// <summary>What has this process used? Answered by counters as JSON.</summary>
    public const string Counters = "counters";

    /// <summary>A trial is about to begin: collect what the last one left on the heap.</summary>
    public const string Collect = "collect";

    /// <summary>The traced trial is over: let the spans of it leave the process.</summary>
    public const string KeepSpans = "keep-spans";

    /// <summary>The spans so far were of a warm-up: forget them.</summary>
    public const string DropSpans = "drop-spans";

    public const string Done = "done";
}
