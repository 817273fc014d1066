using System.CommandLine;
using System.Text;
using Interleave.Client.Clusters;
using Interleave.Client.Planning;
using Interleave.Client.Reporting.Terminal;
using Interleave.Silo;
using Interleave.Silo.GrainRuntimes;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster certificates</c>: an authority, and certificates of it for silos and clients, for a trial.</summary>
internal static class ClusterCertificatesCommand
{
    private const int DefaultDays = 30;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly WholeNumber Days = new("--days", 1, 3650);

    public static Command Create()
    {
        var folder = new Option<string?>("--out") { Description = "The folder for them (default certificates).", HelpName = "dir" };
        var days = new Option<string?>("--days") { Description = $"How long they are valid, 1 to {Days.Maximum} (default {DefaultDays}).", HelpName = "N" };
        var command = new Command("certificates", "Makes an authority, and certificates of it for silos and clients, for a trial of TLS.") { folder, days };
        command.SetAction((parsed, _) => MakeAsync(parsed.GetValue(folder) ?? "certificates", parsed.GetValue(days)));
        return command.WithExamples("cluster certificates", "cluster certificates --out /tmp/trial --days 7");
    }

    private static async Task<int> MakeAsync(string folder, string? asked)
    {
        var faults = new Faults();
        if (GrainRuntime.StaysOnThisMachine)
        {
            faults.Add(SiloRequest.NotHere("cluster certificates"));
        }

        var days = Days.Read(asked, faults) ?? DefaultDays;
        var files = TrialAuthority.Create(TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(days));
        faults.Add(files.Keys.Select(name => Path.Combine(folder, name)).Where(File.Exists).Select(file => $"--out {folder}: {file} is there " +
            "already. Allowed: a folder without it."));
        faults.ThrowIfAny();

        Directory.CreateDirectory(folder);
        foreach (var (name, content) in files)
        {
            await WriteAsync(Path.Combine(folder, name), content);
        }

        var console = Terminals.Open();
        console.Write(new TextLine($"Valid for {days} days, readable by you alone; not for more than a trial: the authority's key " +
            "(authority.key) lies beside what it signed."));
        console.Write(new TextLine($"A silo:   --certificate {Path.Combine(folder, "silo.pem")} --authority {Path.Combine(folder, "authority.pem")}"));
        console.Write(new TextLine($"A client: --certificate {Path.Combine(folder, "client.pem")} --authority {Path.Combine(folder, "authority.pem")}"));
        return ExitCode.Done;
    }

    /// <remarks>Nobody else may read a private key, not even for a moment.</remarks>
    private static async Task WriteAsync(string path, string content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        await using var file = new FileStream(path, options);
        await file.WriteAsync(Encoding.ASCII.GetBytes(content));
    }
}
