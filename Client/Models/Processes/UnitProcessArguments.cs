using System.Globalization;

namespace Interleave.Client.Models.Processes;

/// <summary>What a process of a pool is told when it starts.</summary>
/// <param name="Assembly">The file that holds the work.</param>
/// <param name="Work">The full name of the work's type.</param>
/// <param name="Units">How many requests it works on at once.</param>
/// <param name="Control">The handle of the pipe by which requests are cancelled.</param>
internal sealed record UnitProcessArguments(string Assembly, string Work, int Units, string Control)
{
    public IReadOnlyList<string> ToList() => [Assembly, Work, Units.ToString(CultureInfo.InvariantCulture), Control];

    /// <returns>Null when these are not such arguments.</returns>
    public static UnitProcessArguments? Parse(IReadOnlyList<string> arguments) =>
        arguments is [var assembly, var work, var units, var control] && int.TryParse(units, CultureInfo.InvariantCulture, out var count) && count > 0
            ? new UnitProcessArguments(assembly, work, count, control)
            : null;
}
