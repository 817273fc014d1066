using Interleave.Silo.Usage;

namespace Interleave.Client.Workers;

/// <summary>All processes of a run: what they use of the machine is no disturbance.</summary>
/// <param name="bystanders">Those that belong to no worker.</param>
internal sealed class RunProcesses(IReadOnlyList<int> bystanders)
{
    private readonly HashSet<int> _workers = [];

    public void Add(IEnumerable<int> processes)
    {
        lock (_workers)
        {
            _workers.UnionWith(processes);
        }
    }

    public void Remove(IEnumerable<int> processes)
    {
        lock (_workers)
        {
            _workers.ExceptWith(processes);
        }
    }

    /// <summary>Processor time of each of them that lives.</summary>
    public IReadOnlyDictionary<int, TimeSpan> CpuTimes()
    {
        lock (_workers)
        {
            return bystanders.Concat(_workers).Distinct().Select(id => (Id: id, CpuTime: Libc.CpuTime(id))).Where(process => process.CpuTime is not null)
                .ToDictionary(process => process.Id, process => process.CpuTime ?? default);
        }
    }
}
