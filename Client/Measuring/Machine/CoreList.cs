using System.Globalization;

namespace Interleave.Client.Measuring.Machine;

/// <summary>The cores that a process may use, as Linux lists them: <c>0-3,8</c>.</summary>
internal static class CoreList
{
    private const string Name = "Cpus_allowed_list:";

    public static IReadOnlyList<int> OfThisProcess() =>
        Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith(Name, StringComparison.Ordinal))[Name.Length..]);

    public static IReadOnlyList<int> Parse(string list) => [.. list.Trim().Split(',').SelectMany(Range)];

    private static IEnumerable<int> Range(string range)
    {
        var ends = range.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }
}
