using System.Reflection;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Architecture.Tests;

/// <summary>Every service has the same inner plan.</summary>
public sealed class ServicePlanTest
{
    public static TheoryData<string> Services => [.. Parts.Services];

    [Theory]
    [MemberData(nameof(Services))]
    public void Registration_AddsAndMapsTheService(string service)
    {
        var registration = Type(service, $"{service}Registration");

        Assert.NotNull(registration.GetMethod($"Add{service}"));
        Assert.NotNull(registration.GetMethod($"Map{service}"));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Consumers_AreInTheMessagingFolder(string service)
    {
        var consumers = Parts
            .Load(service)
            .GetTypes()
            .Where(type => type.IsClass && typeof(IConsumer).IsAssignableFrom(type))
            .ToList();

        Assert.NotEmpty(consumers);
        Assert.All(
            consumers,
            type => Assert.Equal($"Assessment.{service}.Messaging", type.Namespace)
        );
        Assert.NotNull(Type(service, $"Messaging.{service}Consumers").GetMethod("Add"));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void EveryTable_HasOneConfigurationClass_NamedAfterIt(string service)
    {
        var tables = Type(service, $"Storage.{service}Db")
            .GetProperties(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance)
            .Select(property => property.PropertyType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(DbSet<>))
            .Select(type => type.GenericTypeArguments[0])
            .ToList();
        var configured = Parts
            .Load(service)
            .GetTypes()
            .SelectMany(type => type.GetInterfaces().Select(known => (type, known)))
            .Where(each =>
                each.known.IsGenericType
                && each.known.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>)
            )
            .ToDictionary(each => each.known.GenericTypeArguments[0], each => each.type);

        Assert.NotEmpty(tables);
        Assert.Equal(
            tables.Select(type => type.Name).Order(StringComparer.Ordinal),
            configured.Keys.Select(type => type.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(
            configured,
            each =>
                Assert.Equal(
                    $"Assessment.{service}.Storage.Configurations.{each.Key.Name}Configuration",
                    each.Value.FullName
                )
        );
    }

    private static Type Type(string service, string name) =>
        Parts.Load(service).GetType($"Assessment.{service}.{name}", throwOnError: true)!;
}
