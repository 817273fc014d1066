using System.CommandLine;
using System.CommandLine.Help;
using Interleave.Silo.Health;
using Interleave.Silo.Telemetry;

namespace Interleave.Silo;

/// <summary>The silo's command line.</summary>
internal static class SiloCommand
{
    private static readonly string[] Examples =
    [
        "  dotnet run --project Silo                                      a silo on the first free ports; started again: another one, which joins it",
        "  dotnet run --project Silo -- --silo-port 11111 --gateway-port 30000",
        "  dotnet run --project Silo -- --cluster-id mine --log-level debug",
        "  dotnet run --project Silo -- --init-database --connection-file database.txt",
        "  dotnet run --project Silo -- --clustering postgres --connection-file database.txt --listen-any --certificate silo.pem --authority authority.pem",
    ];

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken = default)
    {
        var arguments = new SiloArguments();
        var command = arguments.ToCommand();
        AddExamples(command);
        var parsed = command.Parse(args);
        if (parsed.Action is not null && parsed.Errors.Count == 0)
        {
            return await parsed.InvokeAsync(cancellationToken: cancellationToken);
        }

        if (parsed.GetValue(arguments.CheckHealth) is { } socket)
        {
            return await HealthQuestion.AskAsync(socket, cancellationToken);
        }

        var request = arguments.Read(parsed);
        string[] faults = [.. arguments.Faults(parsed), .. request.Faults(), .. TelemetryEnvironment.OfThisProcess().Faults()];
        if (faults.Length > 0)
        {
            foreach (var fault in faults)
            {
                await Console.Error.WriteLineAsync(fault);
            }

            return 2;
        }

        return parsed.GetValue(arguments.InitDatabase) ? await InitDatabase.RunAsync(request) : await new SiloProcess(request).RunAsync(cancellationToken);
    }

    private static void AddExamples(RootCommand command)
    {
        if (command.Options.OfType<HelpOption>().SingleOrDefault() is { Action: HelpAction help } option)
        {
            option.Action = new HelpWithExamples(help, Examples);
        }
    }
}
