using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using Interleave.Silo;

namespace Interleave.Client.Clusters;

/// <summary>A silo that was started to run on, as it was noted down.</summary>
/// <param name="ProcessStartedAt">Tells the process from a later one by the same id.</param>
internal sealed record RegisteredSilo(int Number, int ProcessId, DateTimeOffset ProcessStartedAt, string Address, int SiloPort, int GatewayPort)
{
    private static readonly TimeSpan ClockSlack = TimeSpan.FromSeconds(1);

    public static RegisteredSilo Of(ClusterSilo silo)
    {
        var id = silo.ProcessId ?? throw new ArgumentException("A silo is registered by its process.", nameof(silo));
        using var process = Process.GetProcessById(id);
        return new RegisteredSilo(silo.Number, id, process.StartTime, silo.Gateway.Address.ToString(), silo.Endpoint!.Port, silo.Gateway.Port);
    }

    public ClusterSilo ToSilo()
    {
        var address = IPAddress.Parse(Address);
        return new ClusterSilo(Number, ProcessId, new IPEndPoint(address, SiloPort), new IPEndPoint(address, GatewayPort));
    }

    /// <summary>The silo's process, while it lives and listens; a process that has ended may be listed until somebody asks for its exit code.</summary>
    public Process? Find()
    {
        try
        {
            var process = Process.GetProcessById(ProcessId);
            if ((process.StartTime - ProcessStartedAt).Duration() < ClockSlack && !Ports.IsFree(IPAddress.Parse(Address), SiloPort))
            {
                return process;
            }

            process.Dispose();
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
