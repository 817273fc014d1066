using System.Diagnostics;

namespace Interleave.Grains.Tracing;

/// <summary>Where the spans of this tool come from.</summary>
public static class TraceSources
{
    public const string TrialsName = "Interleave.Trials";
    public const string WorkName = "Interleave";

    /// <summary>Everything that a trace is made of, this tool's own sources and those of what it runs on.</summary>
    /// <remarks>Stands first: listeners ask for it while the sources below are being made.</remarks>
    public static IReadOnlyList<string> All { get; } =
    [
        TrialsName,
        WorkName,
        "Interleave.Embedded",
        "Microsoft.Orleans.Application",
        "Microsoft.Orleans.Runtime",
        "System.Net.Http",
        "Microsoft.AspNetCore",
    ];

    /// <summary>Starts the root of each traced trial, and with it the trace: nothing is traced outside one.</summary>
    public static ActivitySource Trials { get; } = new(TrialsName);

    /// <summary>Units, operations and the steps of the work kernels.</summary>
    public static ActivitySource Work { get; } = new(WorkName);
}
