using System.Diagnostics;
using Interleave.Client;

namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>The built client in a process of its own, and everything that it starts.</summary>
internal sealed class ClientProcess : IAsyncDisposable
{
    /// <summary>Long enough for any of these runs on a busy machine; ends a test that hangs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ProcessFamily _family;
    private readonly LineLog _output;
    private readonly Task<string> _error;

    private ClientProcess(Process process, ProcessFamily family)
    {
        _process = process;
        _family = family;
        _output = new LineLog(process.StandardOutput);
        _error = process.StandardError.ReadToEndAsync();
    }

    public static string Program { get; } = typeof(DotnetHost).Assembly.Location;

    public int Id => _process.Id;

    /// <summary>What the client started, directly or not, and what lives.</summary>
    public IReadOnlyList<int> Children => [.. _family.Living().Where(id => id != Id)];

    public static ClientProcess Start(string folder, params IEnumerable<string> arguments) => Start(folder, [], arguments);

    public static ClientProcess Start(string folder, IEnumerable<KeyValuePair<string, string?>> environment, IEnumerable<string> arguments) =>
        StartUnder([], folder, environment, arguments);

    /// <param name="wrapper">A program, and its arguments, that is to start the client.</param>
    public static ClientProcess StartUnder(
        IEnumerable<string> wrapper, string folder, IEnumerable<KeyValuePair<string, string?>> environment, IEnumerable<string> arguments)
    {
        Signals.ListenForInterrupt();
        string[] words = [.. wrapper, DotnetHost.Path, Program, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var family = new ProcessFamily();
        family.Mark(start);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ClientProcess(Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start."), family);
    }

    public static async Task<ClientResult> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        await using var client = Start(folder, arguments);
        return await client.EndAsync();
    }

    /// <summary>Writes to the client's standard input, and closes it.</summary>
    public async Task TellAsync(string text)
    {
        await _process.StandardInput.WriteLineAsync(text);
        _process.StandardInput.Close();
    }

    /// <summary>Waits until the client has written a line that holds this.</summary>
    public Task SaysAsync(string text) => _output.HoldsAsync(text).WaitAsync(Patience);

    /// <summary>Waits until the client has started this many processes.</summary>
    public Task HasChildrenAsync(int number) => Eventually.IsTrueAsync(() => Children.Count >= number, Patience, $"{number} processes were started");

    public Task HasNoChildrenAsync(TimeSpan limit) => Eventually.IsTrueAsync(() => Children.Count == 0, limit, "everything that was started is gone");

    public async Task<ClientResult> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return new ClientResult(_process.ExitCode, await _output.AllAsync(), await _error);
    }

    /// <summary>Whatever a failed test leaves running is ended here.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var id in _family.Living())
        {
            Signals.Send(id, Signals.Kill);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
