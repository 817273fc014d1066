namespace Interleave.Embedded.Placement;

/// <summary>The way by which silos tell each other what they have of each other's grains; what is said to one silo arrives in order.</summary>
internal interface IOwnerChannel
{
    void Tell(SiloAddress owner, HostedGrains hosted);

    void TellGone(SiloAddress owner, GrainId grain);
}
