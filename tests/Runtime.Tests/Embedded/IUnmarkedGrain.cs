namespace Runtime.Tests.Embedded;

/// <summary>Deals in what cannot travel.</summary>
public interface IUnmarkedGrain : IGrainWithStringKey
{
    Task Take(object value);

    Task<object> Give();

    Task Fail();

    Task<int> Count();
}
