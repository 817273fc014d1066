using Interleave.Silo.Usage;

namespace Interleave.Client.Models.Processes;

/// <summary>A pool of processes, whatever they do.</summary>
internal interface IProcessPool : IDisposable
{
    /// <summary>For measuring what they cost.</summary>
    IReadOnlyList<int> ProcessIds { get; }

    /// <summary>Whether none of them has ended.</summary>
    bool Lives { get; }

    /// <summary>What all of them have used; not to be asked while they work.</summary>
    ProcessCounters Counters();
}
