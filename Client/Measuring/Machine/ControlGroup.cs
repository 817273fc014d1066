using System.Globalization;

namespace Interleave.Client.Measuring.Machine;

/// <summary>The limits that a container sets this process: those of its control group and of all groups around it.</summary>
/// <remarks>Both versions of the interface: cgroup-v2 and the older cgroup-v1 of the kernel's administration guide.</remarks>
internal sealed class ControlGroup(MachineFiles files)
{
    private const string Mount = "sys/fs/cgroup";

    // Version 1 says "no limit" by the largest multiple of a page.
    private const long NoLimit = long.MaxValue - 65_536;

    /// <summary>Cores' worth of processor time; null without limit.</summary>
    public double? Cores => Least(Folders("cpu").Select(CoresOf));

    /// <summary>Bytes; null without limit.</summary>
    public double? Memory => Least(Folders("memory").SelectMany(folder => new[] { Number($"{folder}/memory.max"), Number($"{folder}/memory.limit_in_bytes") }));

    /// <summary>Processes and threads; null without limit.</summary>
    public double? Tasks => Least(Folders("pids").Select(folder => Number($"{folder}/pids.max")));

    private double? CoresOf(string folder)
    {
        var (quota, period) = files.Read($"{folder}/cpu.max")?.Split(' ') is [var most, var of]
            ? (Parse(most), Parse(of))
            : (Number($"{folder}/cpu.cfs_quota_us"), Number($"{folder}/cpu.cfs_period_us"));
        return quota > 0 ? quota / period : null;
    }

    private IEnumerable<string> Folders(string controller)
    {
        foreach (var line in files.Read("proc/self/cgroup")?.Split('\n') ?? [])
        {
            // Number, controllers, path; version 2 names no controllers.
            if (line.Split(':', 3) is not [_, var controllers, var path] || (controllers.Length > 0 && !controllers.Split(',').Contains(controller)))
            {
                continue;
            }

            var folder = controllers.Length == 0 ? Mount : $"{Mount}/{controller}";
            yield return folder;
            foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                folder = $"{folder}/{part}";
                yield return folder;
            }
        }
    }

    private double? Number(string path) => Parse(files.Read(path));

    private static double? Parse(string? text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number < NoLimit ? number : null;

    private static double? Least(IEnumerable<double?> limits) => limits.Min();
}
