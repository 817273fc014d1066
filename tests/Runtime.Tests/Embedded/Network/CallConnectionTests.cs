using Interleave.Embedded.Calls;
using Interleave.Embedded.Network;
using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;
using Runtime.Tests.Embedded.Fuzzing;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded.Network;

public sealed class CallConnectionTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly TestPipes _client = new();
    private readonly Owner _owner = new();

    [Fact]
    public async Task Requests_of_a_client_that_has_gone_are_given_up()
    {
        var connection = Answering(out var running);
        await _client.SendAsync(Request(1));
        await _client.SendAsync(Request(2));

        _client.HangUp();
        await running.WaitAsync(Limit);

        Assert.Equal(2, _owner.Routed.Count);
        Assert.All(_owner.Routed, call => Assert.True(call.IsCancelled));
        Assert.True(connection.Ended.IsCompleted);
    }

    [Fact]
    public async Task A_client_that_gives_two_requests_one_number_loses_its_connection()
    {
        Answering(out var running);

        await _client.SendAsync(Request(1));
        await _client.SendAsync(Request(1));
        _client.HangUp();
        await running.WaitAsync(Limit);

        Assert.Single(_owner.Routed);
        Assert.IsType<InvalidDataException>(_owner.ClosedFor);
    }

    [Fact]
    public async Task A_fault_that_cannot_travel_is_answered_by_the_reason()
    {
        var connection = Answering(out var running);
        await _client.SendAsync(Request(1));
        _client.HangUp();
        await running.WaitAsync(Limit);
        var other = new TestPipes();
        connection = new CallConnection(new FrameSocket(other.Connection), _owner, asks: false, silo: null);

        connection.AnswerFault(_owner.Routed[0], new Samples.UntoldException(new Samples.Unmarked(1)));

        Assert.Equal(FrameKind.Fault, other.Received());
    }

    private CallConnection Answering(out Task running)
    {
        var connection = new CallConnection(new FrameSocket(_client.Connection), _owner, asks: false, silo: null);
        running = connection.RunAsync();
        return connection;
    }

    private static byte[] Request(int id) =>
        Frames.Request(id, "key", typeof(IdentityGrain), typeof(IIdentityGrain), nameof(IIdentityGrain.Remember), [7]);

    /// <summary>Takes requests, and never answers one.</summary>
    private sealed class Owner() : CallRouter(new GrainClasses(), new ManualTime(), TimeSpan.FromDays(1)), IConnectionOwner
    {
        public List<Call> Routed { get; } = [];

        public Exception? ClosedFor { get; private set; }

        public CallRouter Router => this;

        public override void Route(Call call) => Routed.Add(call);

        public void OnControl(CallConnection from, FrameKind kind, WireReader said) => throw new InvalidDataException($"{kind} was not expected.");

        public void OnClosed(CallConnection connection, Exception? reason) => ClosedFor = reason;
    }
}
