using Assessment.ServiceDefaults.Sidecar;
using Microsoft.Extensions.Configuration;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Assessment.ServiceDefaults.Tests.Sidecar;

/// <summary>The examples in <c>deploy/dapr</c> agree with each other, with the services and with what is written of them.</summary>
public sealed class DaprComponentsTest
{
    private static readonly string[] Services =
    [
        "gateway",
        "survey",
        "hotline",
        "scoring",
        "payout",
    ];

    private static readonly string[] Kinds = ["Component", "Configuration", "Resiliency"];

    private static readonly IReadOnlyList<YamlMappingNode> Resources =
    [
        .. Directory
            .GetFiles(Path.Combine(SourceTree.Root, "deploy", "dapr"), "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    [Fact]
    public void EveryResource_IsOfDaprsKinds_AndForServicesThatThereAre()
    {
        Assert.Equal(4, Resources.Count);
        foreach (var resource in Resources)
        {
            Assert.Equal("dapr.io/v1alpha1", Text(resource, "apiVersion"));
            Assert.Contains(Text(resource, "kind"), Kinds);
            if (resource.Children.TryGetValue("scopes", out var scopes))
            {
                Assert.All(
                    (YamlSequenceNode)scopes,
                    scope => Assert.Contains($"{scope}", Services)
                );
            }
        }
    }

    [Fact]
    public void SecretsThatHotlineIsGiven_AreItsOwn_AndOfTheStoreThatThereIs()
    {
        var store = Text(Component("secretstores."), "metadata", "name");
        var scope = Sequence(Only("Configuration"), "spec", "secrets", "scopes")
            .Single(scope => Text(scope, "storeName") == store);
        var given = Sequence(scope, "allowedSecrets").Select(secret => $"{secret}").ToList();

        var taken = SecretKeys
            .Of("hotline", new ConfigurationBuilder().Build())
            .Take(given.Select(name => new Dictionary<string, string> { [name] = name }));

        Assert.Equal(
            ["ConnectionStrings:hotline-db", "ConnectionStrings:messaging"],
            taken.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal(given.Count, taken.Count);
        Assert.Equal(store, Text(Component("bindings."), "auth", "secretStore"));
    }

    [Fact]
    public async Task Binding_HasItsPaceOfRepeating_AndTheNameThatHotlineIsGiven()
    {
        var binding = Component("bindings.");
        var name = Text(binding, "metadata", "name");
        var policies = Only("Resiliency");
        var inbound = At(policies, "spec", "targets", "components", name, "inbound");
        At(policies, "spec", "policies", "retries", Text(inbound, "retry"));
        At(policies, "spec", "policies", "timeouts", Text(inbound, "timeout"));

        foreach (var file in new[] { $"deploy/dapr/{name}.yaml", "docs/operations.md" })
        {
            Assert.Contains(
                $"Dapr__HotlineBindings__0__Name={name}\n",
                await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, file)),
                StringComparison.Ordinal
            );
        }
    }

    private static YamlMappingNode Read(string file)
    {
        using var text = File.OpenText(file);
        var stream = new YamlStream();
        stream.Load(text);
        return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
    }

    private static YamlMappingNode Only(string kind) =>
        Resources.Single(resource => Text(resource, "kind") == kind);

    private static YamlMappingNode Component(string type) =>
        Resources.Single(resource =>
            Text(resource, "kind") == "Component"
            && Text(resource, "spec", "type").StartsWith(type, StringComparison.Ordinal)
        );

    private static YamlNode At(YamlNode node, params string[] path) =>
        path.Aggregate(node, (inner, key) => inner[key]);

    private static string Text(YamlNode node, params string[] path) => $"{At(node, path)}";

    private static YamlSequenceNode Sequence(YamlNode node, params string[] path) =>
        (YamlSequenceNode)At(node, path);
}
