using Interleave.Silo.Database;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Interleave.Silo.GrainRuntimes;

/// <summary>Silos on any machines, which find each other in a database.</summary>
internal static class DatabaseMembership
{
    public const string Invariant = "Npgsql";

    public static void AddTo(ISiloBuilder silo, PostgresConnection database)
    {
        silo.UseAdoNetClustering(options =>
        {
            options.Invariant = Invariant;
            options.ConnectionString = database.Secret;
        });
        silo.Configure<ClusterMembershipOptions>(FindOutByAsking);
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, StaleSilos>();
    }

    /// <summary>Nobody sees another machine's processes: whether a silo lives is found out by asking it.</summary>
    /// <remarks>
    /// A silo that does not answer three times, 2 s each, is voted out, by one other where there are but two and by two otherwise. Signs of life in the
    /// table come every 5 s, so that a cluster whose silos all died can start again when three of them are missing (<see cref="StaleSilos"/>).
    /// </remarks>
    private static void FindOutByAsking(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = TimeSpan.FromSeconds(2);
        membership.NumMissedProbesLimit = 3;
        membership.NumVotesForDeathDeclaration = 2;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        membership.MaxJoinAttemptTime = TimeSpan.FromMinutes(1);
    }
}
