using System.Net;
using Interleave.Embedded.Network;
using Interleave.Embedded.Placement;

namespace Runtime.Tests.Embedded.Network;

public sealed class HostedPartsTests
{
    private static readonly SiloAddress One = new(new IPEndPoint(IPAddress.Loopback, 1), 1);
    private static readonly SiloAddress Other = new(new IPEndPoint(IPAddress.Loopback, 2), 1);

    private readonly HostedParts _parts = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1_000)]
    [InlineData(2_500)]
    public void What_is_told_in_parts_is_whole_with_the_last_one_and_not_before(int grains)
    {
        var hosted = Hosted(version: 3, grains);
        var parts = HostedParts.Of(hosted).ToList();

        var told = parts.Select(part => _parts.Add(One, part)).ToList();

        Assert.All(told[..^1], Assert.Null);
        Assert.Equal(3, told[^1]!.Version);
        Assert.Equal(hosted.Grains, told[^1]!.Grains);
        Assert.All(parts, part => Assert.InRange(part.Grains.Length, 0, 1_000));
    }

    [Fact]
    public void What_two_silos_tell_at_once_is_kept_apart()
    {
        var (one, other) = (HostedParts.Of(Hosted(1, 1_500)).ToList(), HostedParts.Of(Hosted(1, 10)).ToList());

        _parts.Add(One, one[0]);
        Assert.Null(_parts.Add(Other, other[0]));
        Assert.Equal(10, _parts.Add(Other, other[1])!.Grains.Count);
        _parts.Add(One, one[1]);

        Assert.Equal(1_500, _parts.Add(One, one[2])!.Grains.Count);
    }

    [Fact]
    public void A_part_of_another_version_or_of_what_was_given_up_is_refused()
    {
        _parts.Add(One, HostedParts.Of(Hosted(1, 10)).First());
        Assert.Throws<InvalidDataException>(() => _parts.Add(One, HostedParts.Of(Hosted(2, 10)).Last()));

        _parts.Forget(One);

        Assert.Throws<InvalidDataException>(() => _parts.Add(One, HostedParts.Of(Hosted(1, 10)).Last()));
    }

    private static HostedGrains Hosted(long version, int grains) =>
        new(version, [.. Enumerable.Range(0, grains).Select(key => new GrainId("class", $"{key}"))]);
}
