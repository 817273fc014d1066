using Interleave.Embedded.Calls;
using Interleave.Embedded.Hosting;
using Interleave.Embedded.Tracing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Interleave.Embedded.Runtime;

/// <summary>Hosts grains, and calls them: those of its own without leaving the process.</summary>
internal sealed class Silo : CallRouter
{
    private readonly CancellationTokenSource _stopping = new();
    private Ring _ring;

    public Silo(GrainClasses classes, IOptions<EmbeddedSiloOptions> options, TimeProvider time, ILogger<Silo> logger, IServiceProvider services)
        : base(classes, time, options.Value.ResponseTimeout, services)
    {
        Options = options.Value;
        Address = new SiloAddress(Options.SiloEndpoint, Environment.ProcessId);
        Log = new SiloLog(logger);
        Catalog = new Catalog(this, classes);
        _ring = new Ring([Address]);
    }

    public EmbeddedSiloOptions Options { get; }

    public SiloAddress Address { get; }

    public SiloLog Log { get; }

    public Catalog Catalog { get; }

    public long Now => TimeProvider.GetTimestamp();

    public TimeSpan ResponseTimeout => Options.ResponseTimeout;

    /// <summary>Cancelled when the silo begins to stop.</summary>
    public CancellationToken Stopping => _stopping.Token;

    public override void Route(Call call)
    {
        call.Own();
        if (CallTracing.IsOn)
        {
            call.Arrived = TimeProvider.GetUtcNow();
        }

        Catalog.Deliver(call);
    }
}
