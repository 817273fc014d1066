using System.Diagnostics;
using Interleave.Client.Clusters;
using Interleave.Client.Workers.Wire;

namespace Interleave.Client.Workers;

/// <summary>Starts workers as processes of this program.</summary>
/// <param name="environment">Variables that workers, and what they start, find in their environment.</param>
/// <param name="bystanders">Processes of the run that belong to no worker: this one, the I/O server, a cluster that runs already.</param>
/// <param name="ioServer">The I/O server's process.</param>
/// <param name="warn">Told once what a worker has to say to the user.</param>
/// <param name="clock">Decides when a trial hangs.</param>
internal sealed class WorkerStarter(
    IReadOnlyDictionary<string, string?> environment, IReadOnlyList<int> bystanders, int ioServer, Action<string> warn, TimeProvider clock) : IWorkerStarter
{
    private readonly RunProcesses _processes = new(bystanders);
    private int _warned;

    public async Task<IWorker> StartAsync(Assignment assignment, int? cores, CancellationToken cancellation)
    {
        var process = PinnedStart.Start(Describe(), cores) ?? throw new WorkerLostException($"{DotnetHost.Path} did not start");
        var worker = new ChildWorker(process, new TrialWatch(_processes, ioServer), WarnOnce, clock);
        try
        {
            await worker.BeginAsync(assignment, cancellation);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    private ProcessStartInfo Describe()
    {
        var start = new ProcessStartInfo(DotnetHost.Path, [typeof(WorkerStarter).Assembly.Location, WorkerProcess.Command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void WarnOnce(string line)
    {
        if (Interlocked.Exchange(ref _warned, 1) == 0)
        {
            warn(line);
        }
    }
}
