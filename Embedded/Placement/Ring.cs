using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Placement;

/// <summary>Consistent hashing: which silo a grain belongs to, such that a silo that comes or goes moves no more grains than it must.</summary>
internal sealed class Ring
{
    // Many points for each silo even out their shares: about a tenth of difference with this many.
    private const int PointsPerSilo = 128;

    private readonly ulong[] _points;
    private readonly SiloAddress[] _owners;

    public Ring(IReadOnlyCollection<SiloAddress> silos)
    {
        Silos = silos;
        _owners = [.. silos.SelectMany(silo => Enumerable.Repeat(silo, PointsPerSilo))];
        _points = [.. silos.SelectMany(silo => Enumerable.Range(0, PointsPerSilo).Select(point => StableHash.Of($"{silo}#{point}")))];
        Array.Sort(_points, _owners);
    }

    public IReadOnlyCollection<SiloAddress> Silos { get; }

    public SiloAddress OwnerOf(GrainId grain)
    {
        if (Silos.Count == 1)
        {
            return _owners[0];
        }

        var at = Array.BinarySearch(_points, grain.Hash);
        at = at < 0 ? ~at : at;
        return _owners[at == _owners.Length ? 0 : at];
    }
}
