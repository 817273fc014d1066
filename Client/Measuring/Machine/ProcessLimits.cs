using System.Globalization;

namespace Interleave.Client.Measuring.Machine;

/// <summary>The limits of this process, as <c>ulimit</c> shows them.</summary>
internal sealed class ProcessLimits(MachineFiles files)
{
    /// <param name="name">As in <c>/proc/self/limits</c>, such as "Max open files".</param>
    /// <returns>The soft limit; null where it is unlimited or unknown.</returns>
    public double? Of(string name)
    {
        var line = files.Read("proc/self/limits")?.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line?[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var soft, ..]
            && double.TryParse(soft, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }
}
