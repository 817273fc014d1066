using System.Globalization;

namespace Interleave.Client.Measuring.Machine;

/// <summary>What the processes that carry units held at one moment: bytes, and threads of the operating system.</summary>
/// <param name="Heap">Live bytes on their managed heaps.</param>
/// <remarks>Null is what this platform does not tell. See proc(5).</remarks>
internal sealed record Census(int Units, long? Heap, long? Resident, long? Proportional, long? Virtual, long? KernelThreads)
{
    public static Census Take(int units, long? heap, IReadOnlyCollection<int> processes) => new(
        units,
        heap,
        Sum(processes, "status", "VmRSS:"),
        Sum(processes, "smaps_rollup", "Pss:"),
        Sum(processes, "status", "VmSize:"),
        Sum(processes, "status", "Threads:"));

    /// <summary>A sum in which one part is not known is not known.</summary>
    private static long? Sum(IEnumerable<int> processes, string file, string line) =>
        processes.Aggregate((long?)0, (sum, process) => sum + Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/{file}"), line));

    private static long? Read(string path, string line)
    {
        try
        {
            return File.ReadLines(path)
                .FirstOrDefault(found => found.StartsWith(line, StringComparison.Ordinal))?[line.Length..]
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) switch
            {
                [var kibibytes, "kB"] => 1024 * long.Parse(kibibytes, CultureInfo.InvariantCulture),
                [var number] => long.Parse(number, CultureInfo.InvariantCulture),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
