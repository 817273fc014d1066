using System.CommandLine;
using System.CommandLine.Parsing;
using Interleave.Client.Clusters;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Running;

namespace Interleave.Client.Commands;

/// <summary><c>interleave drive</c>: load on grains that are not of this program.</summary>
internal static class DriveCommand
{
    public static Command Create()
    {
        var options = new DriveOptions();
        const string Description = "Calls grains of an Orleans cluster that runs already, by an open or a closed load, and measures how they answer. " +
            "Warm-up and the traced round make calls as well.";
        var command = new Command("drive", Description).WithExamples(
            "drive --cluster dev@127.0.0.1:30000 --assembly My.Contracts.dll --call 'IAccount(key).Deposit(10)' --keys 1000 --rate 500",
            "drive --cluster shop@postgres --assembly My.Contracts.dll --call 'ICart(key).Add({\"item\": \"apple\"})' --keys 100 --concurrency 64",
            "drive … --call 'My.Contracts.IAccount(\"alice\").Balance()' --rate 200 --expect 'drive.grains.latency-p99 < 0.05'");
        options.AddTo(command);
        DriveAsked? asked = null;
        // Read in a validator, whose faults are told together with the parser's own; where there are any, nothing is carried out.
        command.Validators.Add(given =>
        {
            var faults = new Faults();
            asked = options.Read(given, faults);
            faults.Lines.ToList().ForEach(given.AddError);
        });
        command.SetAction((parsed, cancellation) => RunAsync(options, parsed.CommandResult, asked!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DriveOptions options, CommandResult given, DriveAsked asked, CancellationToken cancellation)
    {
        await RunningCluster.CheckAsync(asked.Settings.Cluster, cancellation);
        await CheckGrainAsync(asked, cancellation);
        var folder = RunFolder.Create(RunOptions.One(options.Out, given), asked.Plan.Plan.Scenarios, TimeProvider.System.GetLocalNow());
        var console = Terminals.Open();
        console.Write(new TextLine($"{asked.Call.Text}, of {asked.Call.Path}"));
        return await new RunFlow(asked.Plan, asked.Settings with { Folder = folder }, console).RunAsync(cancellation);
    }

    /// <exception cref="UserError">No silo of the cluster hosts the grain.</exception>
    private static async Task CheckGrainAsync(DriveAsked asked, CancellationToken cancellation)
    {
        var address = asked.Settings.Cluster!.Address; // A drive that was read has its cluster.
        await using var client = await GrainClientHost.ConnectAsync(address, cancellation, contracts: asked.Call.Assembly.Assembly);
        try
        {
            asked.Call.MakeReady(client.Client, keys: 1, cancellation);
        }
        catch (ArgumentException)
        {
            throw new UserError($"No silo of the cluster '{address.ClusterId}' hosts a grain with the interface {asked.Call.Interface.FullName}.");
        }
    }
}
