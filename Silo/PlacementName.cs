using Interleave.Silo.GrainRuntimes;

namespace Interleave.Silo;

/// <summary>Ways to place grains as they are written.</summary>
internal static class PlacementName
{
    public static string All { get; } = Names(Enum.GetValues<Placement>());

    /// <param name="fault">Told why it cannot be had; what is returned then is of no use.</param>
    public static Placement Read(string given, string option, Action<string> fault)
    {
        if (!Enum.GetNames<Placement>().Contains(given, StringComparer.OrdinalIgnoreCase))
        {
            fault($"{option} {given}: no such way to place grains; allowed: {Names(GrainRuntime.Placements)}");
            return default;
        }

        var placement = Enum.Parse<Placement>(given, ignoreCase: true);
        if (!GrainRuntime.Placements.Contains(placement))
        {
            fault($"{option} {given}: {GrainRuntime.Name} places grains by {Names(GrainRuntime.Placements)} only, and lacks " +
                $"{Names(Enum.GetValues<Placement>().Except(GrainRuntime.Placements))}; allowed: {Names(GrainRuntime.Placements)}, or a build on Orleans " +
                "(GrainRuntime=Orleans)");
        }

        return placement;
    }

    private static string Names(IEnumerable<Placement> placements) => string.Join(", ", placements).ToLowerInvariant();
}
