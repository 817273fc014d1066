using Interleave.Client.Models;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Tests.Models.Processes;

public sealed class SharedMemoryTests
{
    [LinuxFact]
    public void Another_process_sees_what_is_written_and_writes_what_is_seen()
    {
        using var memory = SharedMemory.Create(4096);
        using var pool = ProcessPool<string, long>.Start<AddOne>(1);
        var numbers = memory.Numbers(SharedSemaphore.Size, 2);
        SharedSemaphore.Create(memory, offset: 0, value: 1);
        numbers.Span[0] = 41;

        Assert.Equal(42, pool.Units[0].Ask(memory.Path, default));
        Assert.Equal([42, 0], numbers.ToArray());
    }

    [LinuxFact]
    public void Memory_is_zero_at_first_and_has_its_length()
    {
        using var memory = SharedMemory.Create(10_000);

        Assert.Equal(10_000, memory.Length);
        Assert.Equal(new byte[10_000], memory.Bytes.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => memory.Numbers(9_999, 1));
    }

    [LinuxFact]
    public void It_lies_in_no_folder()
    {
        using var memory = SharedMemory.Create(4096);

        Assert.StartsWith("/memfd:", new FileInfo(memory.Path).LinkTarget, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_semaphore_keeps_processes_apart_that_read_change_and_write()
    {
        const int Times = 200;
        using var memory = SharedMemory.Create(4096);
        using var pool = ProcessPool<string, long>.Start<AddOne>(3);
        SharedSemaphore.Create(memory, offset: 0, value: 1);

        ThreadGroup.Run(pool.Units.Select(unit => (Action)(() =>
        {
            for (var time = 0; time < Times; time++)
            {
                unit.Ask(memory.Path, default);
            }
        })));

        Assert.Equal(3 * Times, memory.Numbers(SharedSemaphore.Size, 1).Span[0]);
    }

    [LinuxFact]
    public void Waiting_at_a_semaphore_ends_when_it_is_given_up()
    {
        using var memory = SharedMemory.Create(SharedSemaphore.Size);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        var semaphore = SharedSemaphore.Create(memory, offset: 0, value: 1);
        semaphore.Wait(CancellationToken.None);

        Assert.Throws<OperationCanceledException>(() => semaphore.Wait(cancellation.Token));

        semaphore.Release();
        semaphore.Wait(CancellationToken.None);
    }

    /// <summary>Adds one to the number behind the semaphore.</summary>
    internal sealed class AddOne : IProcessWork<string, long>
    {
        public long Do(string request, CancellationToken cancellation)
        {
            using var memory = SharedMemory.Open(request);
            var semaphore = SharedSemaphore.Open(memory, offset: 0);
            semaphore.Wait(cancellation);
            var number = memory.Numbers(SharedSemaphore.Size, 1).Span[0]++ + 1;
            semaphore.Release();
            return number;
        }
    }
}
