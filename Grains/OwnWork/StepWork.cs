using Interleave.Grains.Work;

namespace Interleave.Grains.OwnWork;

/// <summary>Does those steps that need no other unit: blocking, or awaiting what can be awaited.</summary>
/// <param name="http">Blocking or awaiting, as the units do.</param>
/// <param name="queries">The PostgreSQL server; opened by the first query.</param>
public sealed class StepWork(WaitClient http, SqlClient queries)
{
    private const int PageBytes = 4096;

    /// <summary>Holds the calling thread until the step is done.</summary>
    public StepResult Do(WorkStep step, Machinery machinery, CancellationToken cancellation) => Do(step, machinery, default(NoCheckPoint), cancellation);

    /// <inheritdoc cref="Do(WorkStep, Machinery, CancellationToken)"/>
    public StepResult Do<TCheckPoint>(WorkStep step, Machinery machinery, TCheckPoint checkPoint, CancellationToken cancellation)
        where TCheckPoint : struct, ICheckPoint => step switch
        {
            HttpStep { Url: { } url } => new StepResult(step, http.GetBytes(url, cancellation)),
            HttpStep ask => Answered(ask, http.Get(RequestOf(ask, machinery), cancellation)),
            QueryStep query => new StepResult(step, queries.Execute(query.Sql)),
            ComputationStep computation => Compute(computation, machinery, checkPoint, cancellation),
            _ => Allocate((AllocationStep)step),
        };

    /// <summary>Lets go of the thread wherever the step waits.</summary>
    public async Task<StepResult> DoAsync(WorkStep step, Machinery machinery, CancellationToken cancellation) => step switch
    {
        HttpStep { Url: { } url } => new StepResult(step, await http.GetBytesAsync(url, cancellation)),
        HttpStep ask => Answered(ask, await http.GetAsync(RequestOf(ask, machinery), cancellation)),
        QueryStep query => new StepResult(step, await queries.ExecuteAsync(query.Sql, cancellation)),
        _ => Do(step, machinery, cancellation),
    };

    /// <summary>What a key's owner does between reading and writing it.</summary>
    public static void Work<TCheckPoint>(StateStep step, Machinery machinery, TCheckPoint checkPoint, CancellationToken cancellation)
        where TCheckPoint : struct, ICheckPoint => GC.KeepAlive(Mixing.Mix((ulong)step.Number, machinery.RoundsOf(step.Work), checkPoint, cancellation));

    /// <inheritdoc cref="Work{TCheckPoint}"/>
    public static void Work(StateStep step, Machinery machinery, CancellationToken cancellation) => Work(step, machinery, default(NoCheckPoint), cancellation);

    private static WaitRequest RequestOf(HttpStep step, Machinery machinery) => new(machinery.IoServer, step.Delay, step.Bytes);

    private static StepResult Answered(HttpStep step, WaitReply reply) => new(step.Number, reply.Bytes, -1, reply.Lateness);

    private static StepResult Compute<TCheckPoint>(ComputationStep step, Machinery machinery, TCheckPoint checkPoint, CancellationToken cancellation)
        where TCheckPoint : struct, ICheckPoint =>
        new(step, unchecked((long)Mixing.Mix((ulong)step.Number, machinery.RoundsOf(step.Time), checkPoint, cancellation)));

    private static StepResult Allocate(AllocationStep step)
    {
        var memory = new byte[step.Bytes];
        for (var at = 0; at < memory.Length; at += PageBytes)
        {
            memory[at] = 1;
        }

        return new StepResult(step, memory.Length);
    }
}
