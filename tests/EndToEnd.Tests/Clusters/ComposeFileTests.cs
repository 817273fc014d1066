using Interleave.Silo;
using YamlDotNet.RepresentationModel;

namespace EndToEnd.Tests.Clusters;

/// <summary>Holds docker-compose.yml and the Dockerfile against what silo and client really take.</summary>
public sealed class ComposeFileTests
{
    private const string SiloHealth = "/tmp/silo.health";

    private static readonly string Root = FindRoot();

    private readonly YamlMappingNode _file = Load();

    private YamlMappingNode Services => Map(_file, "services");

    [Fact]
    public void Silo_and_schema_are_started_with_options_that_the_silo_has()
    {
        var silo = Read("silo");
        Assert.Equal((ClusteringKind.Postgres, true, SiloHealth), (silo.Kind, silo.ListenAny, silo.Health));
        Assert.Equal(ClusteringKind.Postgres, Read("schema").Kind);

        var exposed = File.ReadLines(Path.Combine(Root, "Dockerfile")).Single(line => line.StartsWith("EXPOSE ", StringComparison.Ordinal));
        Assert.Equal($"EXPOSE {silo.SiloPort} {silo.GatewayPort}", exposed);
    }

    [Fact]
    public void The_health_check_asks_where_the_silo_answers()
    {
        var words = Words(Map(Service("silo"), "healthcheck"), "test");

        Assert.Equal(["CMD", "dotnet", "/app/Interleave.Silo.dll"], words[..3]);
        var arguments = new SiloArguments();
        var parsed = arguments.ToCommand().Parse(words[3..]);
        Assert.Empty(arguments.Faults(parsed));
        Assert.Equal(SiloHealth, parsed.GetValue(arguments.CheckHealth));
    }

    [Fact]
    public void Silos_can_be_as_many_as_asked_for_with_a_core_each()
    {
        var silo = Service("silo");

        Assert.DoesNotContain(silo.Children.Keys, key => key.ToString() is "ports" or "container_name");
        Assert.Equal("1", Limits("silo").Children["cpus"].ToString());
    }

    [Fact]
    public void Nothing_is_reached_from_other_machines()
    {
        var ports = With("ports").SelectMany(service => Words(service, "ports"));

        Assert.All(ports, port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_container_writes_nowhere_but_where_it_must_has_no_rights_to_spare_and_limits()
    {
        Assert.All(Names(), name =>
        {
            var service = Service(name);
            Assert.Equal("true", service.Children["read_only"].ToString());
            Assert.Equal(["ALL"], Words(service, "cap_drop"));
            Assert.Equal(["no-new-privileges:true"], Words(service, "security_opt"));
            Assert.Equal(["cpus", "memory"], Limits(name).Children.Keys.Select(key => key.ToString()));
        });
    }

    [Fact]
    public void Nothing_runs_as_root()
    {
        // Images of others say so themselves; ours end as the user of the Dockerfile unless the file names another.
        var users = File.ReadLines(Path.Combine(Root, "Dockerfile")).Where(line => line.StartsWith("USER ", StringComparison.Ordinal)).ToList();
        Assert.Equal(["USER 1654"], users);
        Assert.Equal("999:999", Service("postgres").Children["user"].ToString());
    }

    [Fact]
    public void Every_image_has_its_version_and_what_we_build_is_built_from_a_stage_that_is_there()
    {
        var lines = File.ReadAllLines(Path.Combine(Root, "Dockerfile"));
        var bases = lines.Where(line => line.StartsWith("FROM mcr", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]);
        var images = Names().Select(name => Service(name).Children["image"].ToString()).Concat(bases);
        Assert.All(images, image => Assert.Matches(@":\d+\.\d+(\.\d+)?(-\w+)?$", image));

        var targets = With("build").Select(service => Map(service, "build").Children["target"].ToString());
        Assert.All(targets, target => Assert.Contains($"FROM run AS {target}", lines));
    }

    [Fact]
    public void What_runs_on_is_started_again_and_what_ends_is_not()
    {
        Assert.All((string[])["postgres", "silo", "dashboard"], name => Assert.Equal("unless-stopped", Service(name).Children["restart"].ToString()));
        Assert.Equal("on-failure", Service("schema").Children["restart"].ToString());
        Assert.False(Service("client").Children.ContainsKey("restart"));
        Assert.Equal(["client"], Words(Service("client"), "profiles"));
    }

    [Fact]
    public void The_password_comes_from_a_file_that_is_not_committed()
    {
        Assert.Contains(".env", File.ReadAllLines(Path.Combine(Root, ".gitignore")));
        Assert.Contains(".env", File.ReadAllLines(Path.Combine(Root, ".dockerignore")));
        var settings = File.ReadLines(Path.Combine(Root, "docker-compose.yml")).Where(line => !line.TrimStart().StartsWith('#'));
        Assert.All(
            settings.Where(line => line.Contains("password", StringComparison.OrdinalIgnoreCase)),
            line => Assert.Contains("${POSTGRES_PASSWORD}", line, StringComparison.Ordinal));
    }

    private static YamlMappingNode Load()
    {
        var yaml = new YamlStream();
        using var file = File.OpenText(Path.Combine(Root, "docker-compose.yml"));
        yaml.Load(file);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private SiloRequest Read(string service)
    {
        var arguments = new SiloArguments();
        var parsed = arguments.ToCommand().Parse(Words(Service(service), "command"));
        Assert.Empty(arguments.Faults(parsed));
        return arguments.Read(parsed);
    }

    private IEnumerable<YamlMappingNode> With(string key) => Names().Select(Service).Where(service => service.Children.ContainsKey(key));

    private IEnumerable<string> Names() => Services.Children.Keys.Select(key => key.ToString());

    /// <summary>With what it takes over by <c>&lt;&lt;</c>, which the reader leaves as it stands.</summary>
    private YamlMappingNode Service(string name)
    {
        var service = Map(Services, name);
        var all = new YamlMappingNode(service.Children.TryGetValue("<<", out var shared) ? ((YamlMappingNode)shared).Children : []);
        foreach (var (key, value) in service.Children)
        {
            all.Children[key] = value;
        }

        return all;
    }

    private YamlMappingNode Limits(string service) => Map(Map(Map(Service(service), "deploy"), "resources"), "limits");

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[key];

    private static string[] Words(YamlMappingNode node, string key) => [.. ((YamlSequenceNode)node.Children[key]).Select(word => word.ToString())];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "docker-compose.yml")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("docker-compose.yml was not found above the tests.");
        }

        return folder.FullName;
    }
}
