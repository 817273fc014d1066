using System.Diagnostics;
using System.Globalization;

namespace Runtime.Tests.Faults;

/// <summary>Its key is the path of its file.</summary>
internal sealed class LockedGrain : Grain, ILockedGrain, IDisposable
{
    private static readonly TimeSpan StayingTime = TimeSpan.FromMilliseconds(2);

    /// <summary>The locks of a process that was killed are gone soon after it.</summary>
    private static readonly TimeSpan CorpsePatience = TimeSpan.FromSeconds(5);

    private FileStream? _lock;
    private int _visits;

    private string File => this.GetPrimaryKeyString();

    private string Holder => $"{File}.holder";

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(StayingTime);
        while (!TryLock())
        {
            if (HolderLives() || Stopwatch.GetElapsedTime(start) > CorpsePatience)
            {
                await System.IO.File.AppendAllTextAsync(
                    Path.Combine(Path.GetDirectoryName(File)!, "overlaps"), // Each key is a file in a folder.
                    $"{Path.GetFileName(File)}: process {Environment.ProcessId} while {HolderText()} had it{Environment.NewLine}",
                    CancellationToken.None);
                throw new InvalidOperationException("Another activation of this grain lives.");
            }

            await pause.WaitForNextTickAsync(cancellationToken);
        }

        await System.IO.File.WriteAllTextAsync(Holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), CancellationToken.None);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _lock?.Dispose();

    public async Task<int> Visit()
    {
        using var pause = new PeriodicTimer(StayingTime);
        await pause.WaitForNextTickAsync();
        return ++_visits;
    }

    private bool TryLock()
    {
        try
        {
            _lock = new FileStream(File, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private string HolderText() => System.IO.File.Exists(Holder) ? System.IO.File.ReadAllText(Holder) : "";

    /// <summary>A process that has been killed is listed for a moment, or until its parent asks how it ended.</summary>
    private bool HolderLives()
    {
        var stat = $"/proc/{HolderText()}/stat";
        try
        {
            var text = System.IO.File.ReadAllText(stat);
            return text[text.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
