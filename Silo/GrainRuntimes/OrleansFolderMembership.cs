using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Interleave.Silo.GrainRuntimes;

/// <summary>Silos of one machine, which find each other in a folder of it.</summary>
internal static class FolderMembership
{
    public static void AddTo(ISiloBuilder silo, ClusterSeat seat)
    {
        silo.Configure<ClusterMembershipOptions>(KnowEachOtherSoon);
        silo.Services.AddSingleton<IMembershipTable>(services =>
            new FileMembershipTable(seat.Folder, reason => services.GetRequiredService<EndSilo>()(reason)));
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(_ => new MembershipTurns(seat.Folder));
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, SeatWatch>();
    }

    /// <summary>The defaults are made for machines far apart.</summary>
    /// <remarks>
    /// Which silos have died or are frozen is known without asking them (<see cref="SeatWatch"/>). Probes find those that hang otherwise, and must give
    /// one that is merely starved the time to answer late; one vote is enough, for there may be but two silos.
    /// </remarks>
    private static void KnowEachOtherSoon(ClusterMembershipOptions membership)
    {
        membership.NumVotesForDeathDeclaration = 1;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        membership.MaxJoinAttemptTime = TimeSpan.FromSeconds(30);
    }
}
