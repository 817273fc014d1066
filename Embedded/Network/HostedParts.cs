using Interleave.Embedded.Placement;

namespace Interleave.Embedded.Network;

/// <summary>What silos tell of each other's grains, in frames that are not too large, and put together again.</summary>
internal sealed class HostedParts
{
    private const int GrainsInFrame = 1_000;

    private readonly Dictionary<SiloAddress, (long Version, List<GrainId> Grains)> _begun = [];

    public static IEnumerable<HostedFrame> Of(HostedGrains hosted)
    {
        var parts = hosted.Grains.Chunk(GrainsInFrame).ToList();

        // The last one is empty: that was all.
        return Enumerable.Range(0, parts.Count + 1)
            .Select(part => new HostedFrame(hosted.Version, part < parts.Count ? parts[part] : [], part == 0, part == parts.Count));
    }

    /// <summary>Takes the next part; gives all that a silo told when this is the last one.</summary>
    /// <exception cref="InvalidDataException">It is no part of what the silo has begun to tell.</exception>
    public HostedGrains? Add(SiloAddress by, HostedFrame part)
    {
        if (part.IsFirst)
        {
            _begun[by] = (part.Version, []);
        }

        if (!_begun.TryGetValue(by, out var told) || told.Version != part.Version)
        {
            throw new InvalidDataException($"{by} tells of version {part.Version} in the middle of another.");
        }

        told.Grains.AddRange(part.Grains);
        if (!part.IsLast)
        {
            return null;
        }

        _begun.Remove(by);
        return new HostedGrains(told.Version, told.Grains);
    }

    /// <summary>The silo will begin again.</summary>
    public void Forget(SiloAddress by) => _begun.Remove(by);
}
