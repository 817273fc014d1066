using Interleave.Grains.OwnWork;
using Interleave.Grains.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Interleave.Grains;

/// <summary>What the grains take from the silo that hosts them.</summary>
public static class GrainServices
{
    public static IServiceCollection AddGrainServices(this IServiceCollection services) => services
        .AddSingleton(_ => WaitClient.Awaiting())
        .AddSingleton(_ => IoClient.Awaiting())
        .AddSingleton(_ => new StepWork(WaitClient.Awaiting(), new SqlClient()));
}
