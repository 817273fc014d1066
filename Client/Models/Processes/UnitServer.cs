using Interleave.Silo.Usage;

namespace Interleave.Client.Models.Processes;

/// <summary>Answers requests in a process of a pool, whatever their type.</summary>
internal abstract class UnitServer
{
    private readonly RequestsUnderWay _underWay = new();

    /// <param name="work">A type that implements <see cref="IProcessWork{TRequest,TReply}"/> once.</param>
    public static UnitServer Create(Type work)
    {
        var kind = work.GetInterfaces().Single(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IProcessWork<,>));
        var server = typeof(UnitServer<,>).MakeGenericType(kind.GetGenericArguments());
        return (UnitServer)Activator.CreateInstance(server, Activator.CreateInstance(work))!; // Neither type is Nullable<T>.
    }

    public void Cancel(long number) => _underWay.Cancel(number);

    public Frame Answer(Frame request)
    {
        if (request.Kind == FrameKind.Counters)
        {
            return request with { Payload = Payload.Write(OwnCounters.Read()) };
        }

        using var cancellation = _underWay.Begin(request.Number);
        try
        {
            return request with { Kind = FrameKind.Reply, Payload = Do(request.Payload, cancellation.Token) };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return request with { Kind = FrameKind.Cancelled, Payload = [] };
        }
        catch (Exception exception)
        {
            return request with { Kind = FrameKind.Failure, Payload = Payload.Write(ProcessFailure.From(exception)) };
        }
        finally
        {
            _underWay.End(request.Number);
        }
    }

    protected abstract byte[] Do(byte[] request, CancellationToken cancellation);
}
