using System.Globalization;

namespace Interleave.Client.Measuring.Machine;

/// <summary>What the cores that this process may use have spent since they were switched on, from <c>/proc/stat</c>.</summary>
/// <param name="Idle">With nothing to run.</param>
/// <param name="Stolen">Wanted by this virtual machine and given to another.</param>
internal readonly record struct MachineTime(int Cores, TimeSpan Idle, TimeSpan Stolen)
{
    /// <summary>The clock tick of /proc/stat, which is 100 a second on every Linux that .NET runs on.</summary>
    public static TimeSpan Tick { get; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Null where the system does not tell.</summary>
    public static MachineTime? Read()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var allowed = CoreList.OfThisProcess().Select(core => string.Create(CultureInfo.InvariantCulture, $"cpu{core}")).ToHashSet();
        return Of(File.ReadLines("/proc/stat").Where(line => allowed.Contains(line.Split(' ', 2)[0])));
    }

    /// <param name="lines">One for each core: <c>cpu0 user nice system idle iowait irq softirq steal …</c>.</param>
    public static MachineTime Of(IEnumerable<string> lines)
    {
        var cores = lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return new MachineTime(
            cores.Count, cores.Aggregate(TimeSpan.Zero, (sum, core) => sum + Ticks(core[4]) + Ticks(core[5])),
            cores.Aggregate(TimeSpan.Zero, (sum, core) => sum + Ticks(core[8])));
    }

    private static TimeSpan Ticks(string number) => long.Parse(number, CultureInfo.InvariantCulture) * Tick;
}
